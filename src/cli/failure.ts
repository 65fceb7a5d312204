import { ReadError } from '../read/error.js'

/** One file cannot be done; the others go on. The message is one sentence that says what to do. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

/** The command line or the configuration is wrong, so nothing is done. The message may take several lines. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * What a person is told of an error at work on a file (`about`, left out where none is): one sentence, with
 * the path where the system speaks of another file; the stack of an unexpected error where JIAODUI_DEBUG is set.
 */
export function sentenceOf(error: unknown, about?: string): string {
  if (error instanceof ReadError || error instanceof FileError) return error.message
  if (!(error instanceof Error)) return unexpected(String(error))
  if ('syscall' in error && 'code' in error) return systemSentence(error as NodeJS.ErrnoException, about)
  return process.env['JIAODUI_DEBUG'] ? (error.stack ?? error.message) : unexpected(error.message)
}

function unexpected(message: string): string {
  const [line] = message.split('\n')
  return `unexpected error (${line}); please report it with this file if you may share it. JIAODUI_DEBUG=1 shows where it happened`
}

function systemSentence({ code = '', message, path }: NodeJS.ErrnoException, about?: string): string {
  const said = SYSTEM_ERRORS[code]
  if (said === undefined) return message
  return path === undefined || path === about ? said : `${said} (${path})`
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the name',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'this is a folder where a file is wanted',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file stands where a folder is wanted',
  ENAMETOOLONG: 'the name is too long for this disk; shorten it',
  ENOSPC: 'no space is left on the disk; make room and run again',
  EROFS: 'the disk is read-only; name another folder with --out',
  ELOOP: 'the path runs in a circle of symbolic links',
  EMFILE: 'too many files are open; close some programs and run again',
}
