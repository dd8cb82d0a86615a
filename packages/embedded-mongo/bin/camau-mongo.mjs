#!/usr/bin/env node
// The compiled engine; `pnpm run build` makes it.
import '../dist/main.js'
