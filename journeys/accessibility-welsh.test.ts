import { describeAccessibility } from './accessibility.js'

describeAccessibility('cy', '3 Tachwedd 2026')
