# Built and run on a supported long-term release of Node; the tests also pass on Node 20.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN node scripts/prepare.mjs && node_modules/.bin/pnpm --filter @camau/gateway deploy --prod --legacy /out/apps/gateway \
  && mkdir -p /out/apps/web && cp -r apps/web/dist /out/apps/web/dist

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build --chown=node:node /out /app
USER node
ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/gateway/dist/main.js"]
