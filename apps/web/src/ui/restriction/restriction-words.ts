import { defineWords } from '../../platform/words'

export const restrictionWords = defineWords({
  en: {
    title: 'Who may see it',
    open: 'Everybody who may read here.',
    restricted: 'Restricted. Nobody else is told that it exists, but for its owner:',
    restrict: 'Restrict',
    change: 'Change',
    lift: 'Lift the restriction',
    who: 'Those who may see it',
    hint: 'Name yourself, or an office you hold, too.',
    save: 'Restrict it',
    cancel: 'Cancel',
    done: 'It is restricted. It has left every other screen.',
    lifted: 'The restriction is lifted.',
  },
  cy: {
    title: 'Pwy sy’n cael ei weld',
    open: 'Pawb sy’n cael darllen yma.',
    restricted: 'Cyfyngedig. Ni ddywedir wrth neb arall, ac eithrio’r perchennog, ei fod yn bodoli:',
    restrict: 'Cyfyngu',
    change: 'Newid',
    lift: 'Codi’r cyfyngiad',
    who: 'Y rhai sy’n cael ei weld',
    hint: 'Enwch eich hun hefyd, neu swydd sydd gennych.',
    save: 'Ei gyfyngu',
    cancel: 'Canslo',
    done: 'Mae’n gyfyngedig. Mae wedi gadael pob sgrin arall.',
    lifted: 'Codwyd y cyfyngiad.',
  },
})
