import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { CallPage } from './call-page.js'
import { OverviewPage } from './overview.js'

/** The overview, or the call that the address names after `#`. */
export function App(): VNode {
  const [id, setId] = useState(() => location.hash.slice(1))
  useEffect(() => {
    const follow = (): void => {
      setId(location.hash.slice(1))
    }
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
    }
  }, [])
  return id === '' ? <OverviewPage /> : <CallPage key={id} id={id} />
}
