// Eleventy ships no types. This is the part of it that we use, as of 3.1.8.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    readonly globalData: Record<string, unknown>;
    readonly ignores: Set<string>;
    addExtension(extension: string, options: { readonly key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    addPlugin(plugin: (config: UserConfig) => void | Promise<void>): void;
    addTemplateFormats(formats: string): void;
    addTransform(name: string, transform: (this: { page: Page }, content: string) => string | Promise<string>): void;
    addWatchTarget(path: string): void;
    on(event: string, listener: (event: BuildEvent) => void | Promise<void>): void;
    setLibrary(engine: "njk" | "md", library: unknown): void;
    setQuietMode(isQuiet: boolean): void;
    setServerOptions(options: Record<string, unknown>): void;
    setUseGitIgnore(isUsed: boolean): void;
  }
  export interface Page {
    readonly url: string | false;
    readonly outputPath: string | false;
    readonly filePathStem: string;
  }
  export interface BuildEvent {
    readonly directories: { readonly output: string };
    readonly runMode: "build" | "watch" | "serve";
  }
  export interface RenderedPage {
    readonly url: string | false;
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly content: string;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly config: (config: UserConfig) => void | Promise<void>;
      },
    );
    toJSON(): Promise<readonly RenderedPage[]>;
  }
}
