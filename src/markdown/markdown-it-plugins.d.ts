// These two plugins ship without types.
declare module "markdown-it-sub" {
  import type { MarkdownIt } from "markdown-it";
  export default function sub(markdown: MarkdownIt): void;
}
declare module "markdown-it-sup" {
  import type { MarkdownIt } from "markdown-it";
  export default function sup(markdown: MarkdownIt): void;
}
