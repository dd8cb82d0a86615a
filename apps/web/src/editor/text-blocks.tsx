import './editor.css'
import { createElement, Fragment, type ReactNode } from 'react'
import type { Block, Inline } from './read-blocks'

interface TextBlocksProps {
  blocks: readonly Block[]
  /** How a record named in the text is drawn, where there are any. */
  record?: (name: string, id: string) => ReactNode
  /** What stands below a numbered passage: its amendments. */
  below?: (number: string) => ReactNode
}

/** A text for reading: plain elements, no editor. */
export function TextBlocks({ blocks, record, below }: TextBlocksProps) {
  return inOrder(blocks.map(withBelow))

  function withBelow(block: Block): ReactNode {
    const number = 'number' in block ? block.number : null
    const under = number && below?.(number)
    return under ? inOrder([draw(block), under]) : draw(block)
  }

  function draw(block: Block): ReactNode {
    switch (block.kind) {
      case 'heading':
        return <Heading {...block} />
      case 'paragraph':
        return (
          <p>
            {block.number && <span className="pn">{block.number}</span>}
            <Words inline={block.inline} />
          </p>
        )
      case 'list': {
        const items = inOrder(block.items.map((item) => createElement('li', null, ...item.map(draw))))
        return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
      }
      case 'quote':
        return <blockquote>{inOrder(block.blocks.map(draw))}</blockquote>
      case 'record':
        return record?.(block.name, block.id)
    }
  }
}

function Heading({ level, number, inline }: Extract<Block, { kind: 'heading' }>) {
  const Tag = level === 2 ? 'h2' : 'h3'
  return (
    <Tag>
      {number && <span className="num">{number}</span>}
      <span>
        <Words inline={inline} />
      </span>
    </Tag>
  )
}

/** Nobody has said in which of the two languages it was written, so it is read in none in particular. */
function Words({ inline }: { inline: readonly Inline[] }) {
  return <span lang="">{inOrder(inline.map(wordsOf))}</span>
}

function wordsOf(run: Inline): ReactNode {
  if (run === 'break') return <br />
  const { text, bold, italic, href } = run
  const leaning = italic ? <em>{text}</em> : text
  const strong = bold ? <strong>{leaning}</strong> : leaning
  return href ? (
    <a href={href} rel="noopener noreferrer nofollow">
      {strong}
    </a>
  ) : (
    strong
  )
}

/** The parts of a text are told apart by their places alone, so they need no names of their own. */
function inOrder(children: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...children)
}
