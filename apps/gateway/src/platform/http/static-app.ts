import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { firstLanguage } from './language.js'

/** The web app as files. Names of assets hold a hash of their content, so they are kept for ever; the page itself is asked for each time. */
export function staticApp(folder: string): Router {
  const router = Router()
  const page: RequestHandler = (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(join(folder, 'index.html'), { cacheControl: false }, (error) => {
      if (error) next(error)
    })
  }
  // A permanent short address (`/go/A60`) names no language: whoever follows it reads in their own.
  router.get(['/', '/go/:reference'], (request, response) => {
    const language = firstLanguage(request.headers.cookie, request.headers['accept-language'])
    response.setHeader('Vary', 'Accept-Language, Cookie')
    response.setHeader('Cache-Control', 'no-store')
    response.redirect(302, request.path === '/' ? `/${language}` : `/${language}${request.path}`)
  })
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  )
  // The worker says what is new: kept by a cache, it would keep everything else back with it.
  router.get('/sw.js', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(join(folder, 'sw.js'), { cacheControl: false }, (error) => {
      if (error) next(error)
    })
  })
  router.use(express.static(folder, { index: false, redirect: false, maxAge: '1h' }))
  router.get(['/en', '/cy', '/en/{*page}', '/cy/{*page}'], page)
  return router
}
