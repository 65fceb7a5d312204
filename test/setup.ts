import fc from 'fast-check'

/**
 * Property tests draw the same values in every run, so that a run tells of a change and not of luck;
 * JIAODUI_SEED=random (or a number) draws others.
 */
const seed = process.env['JIAODUI_SEED'] ?? '20251123'
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
