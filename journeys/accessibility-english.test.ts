import { describeAccessibility } from './accessibility.js'

describeAccessibility('en', '3 November 2026')
