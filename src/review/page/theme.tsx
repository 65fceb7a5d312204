import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Key } from './key.js'

const THEMES = ['system', 'light', 'dark'] as const

type Theme = (typeof THEMES)[number]

/** Takes the colours chosen before, if any. */
export function applyTheme(theme: Theme = keptTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** The next of light, dark and the system's own colours, from now on. */
export function nextTheme(): void {
  const theme = THEMES[(THEMES.indexOf(keptTheme()) + 1) % THEMES.length]!
  localStorage.setItem('theme', theme)
  applyTheme(theme)
  document.dispatchEvent(new Event('theme'))
}

function keptTheme(): Theme {
  const kept = localStorage.getItem('theme')
  return THEMES.find((one) => one === kept) ?? 'system'
}

/** Goes through the colours; says which are on. */
export function ThemeButton(): VNode {
  const [theme, setTheme] = useState(keptTheme)
  useEffect(() => {
    const follow = (): void => {
      setTheme(keptTheme())
    }
    document.addEventListener('theme', follow)
    return () => {
      document.removeEventListener('theme', follow)
    }
  }, [])
  return (
    <button type="button" title="Light, dark, or as the system has it" onClick={nextTheme}>
      Colours: {theme} <Key name="T" />
    </button>
  )
}
