/// The style sheet of a page: system fonts, light and dark, phone, screen and paper.
enum PageStyle {
  static let text = colours + base + tables + charts + paper

  private static let colours = """
    :root { color-scheme: light dark; --paper: #fff; --ink: #1c1f23; --soft: #5c6670;
      --rule: #d9dee3; --band: #f5f7f9; --accent: #1f6f8b; --deep: #fff; --alarm: #a4262c;
      --s1: #1f6f8b; --s2: #d1741a; --s3: #3a8f4f; --s4: #9b4f96; --s5: #b8860b; --s6: #c2405a;
      --s7: #4a5fc1; --s8: #6b7280; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e6e9ec;
      --soft: #9aa4ae; --rule: #343b42; --band: #1d2226; --accent: #5bb3d0; --deep: #0b1215;
      --alarm: #ff8a80; --s1: #5bb3d0; --s2: #f0a25a; --s3: #76c893; --s4: #cf9bd0; --s5: #e0c060;
      --s6: #f28ba0; --s7: #97a8f5; --s8: #a8b0ba; } }

    """

  private static let base = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55;
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
      "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC",
      "Source Han Sans SC", sans-serif; }
    main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    header { border-bottom: 3px solid var(--accent); padding-bottom: .75rem; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
    header p { margin: .25rem 0 0; color: var(--soft); }
    h2 { font-size: 1.125rem; line-height: 1.4; margin: 0 0 .75rem; overflow-wrap: anywhere; }
    section { padding: 1.5rem 0; border-bottom: 1px solid var(--rule); }
    pre { margin: .5rem 0 0; padding: .75rem; background: var(--band); border-radius: 6px;
      overflow-x: auto; font: .8125rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas,
      "Noto Sans Mono CJK SC", monospace; }
    .query pre { white-space: pre-wrap; overflow-wrap: anywhere; }
    summary { cursor: pointer; color: var(--soft); font-size: .875rem; padding: .25rem 0; }
    .remarks { margin: .75rem 0 .25rem; padding: 0 0 0 1.1rem; color: var(--soft);
      font-size: .875rem; overflow-wrap: anywhere; }
    .failed { border-left: 4px solid var(--alarm); padding-left: 1rem; }
    .failed h2 { color: var(--alarm); }
    .place { color: var(--soft); font-size: .875rem; }
    footer { padding-top: 1.5rem; color: var(--soft); font-size: .875rem; }
    footer h2 { font-size: 1rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
    dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 0; }
    .scroll:focus-visible { outline: 2px solid var(--accent); }
    table { border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .375rem .75rem; text-align: left; vertical-align: baseline;
      white-space: nowrap; }
    th:first-child, td:first-child { padding-left: .25rem; }
    td { max-width: 32rem; overflow: hidden; text-overflow: ellipsis; }
    thead th { border-bottom: 2px solid var(--ink); font-weight: 600; }
    tbody th { font-weight: 400; }
    tbody tr { border-bottom: 1px solid var(--rule); }
    tbody tr:nth-child(even) { background: var(--band); }
    tfoot th, tfoot td { border-top: 2px solid var(--ink); font-weight: 700; }
    .n { text-align: right; }

    """

  private static let charts = """
    figure svg { display: block; font-size: 13px; }
    svg text { fill: currentColor; }
    svg .tick { fill: var(--soft); font-size: 11px; }
    svg .label, svg .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px;
      stroke-linejoin: round; }
    svg .deep { stroke: none; }
    svg .value { font-weight: 600; font-variant-numeric: tabular-nums; }
    svg .grid { stroke: var(--rule); }
    svg .zero { stroke: var(--soft); }
    svg .bar, svg .heat { fill: var(--accent); }
    svg .cell { font-size: 12px; font-variant-numeric: tabular-nums; }
    svg .deep { fill: var(--deep); }
    svg .line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
    svg .dashed { stroke-dasharray: 6 4; }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
      margin: 0 0 .5rem; padding: 0; font-size: .875rem; }
    .legend i { display: inline-block; width: 1.25em; height: .25em; margin-right: .4em;
      border-radius: 2px; vertical-align: middle; }

    """ + series

  /// A colour for strokes, dots and the legend of each series.
  private static let series = (1...8).map { number in
    "svg .s\(number) { stroke: var(--s\(number)); } svg .dot.s\(number) { fill: var(--s\(number)); } "
      + ".legend .s\(number) { background: var(--s\(number)); }\n"
  }.joined()

  private static let paper = """
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb;
        --band: #f3f3f3; --deep: #fff; --accent: #1f6f8b; --s1: #1f6f8b; --s2: #d1741a;
        --s3: #3a8f4f; --s4: #9b4f96; --s5: #b8860b; --s6: #c2405a; --s7: #4a5fc1; --s8: #6b7280; }
      @page { margin: 16mm 14mm; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      .scroll { overflow: visible; }
      th, td { padding: .3rem .5rem; }
      .w, thead th { white-space: normal; }
      .w { min-width: 4.5em; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr, figure, svg { break-inside: avoid; }
      h2 { break-after: avoid; }
      details:not([open]) { display: none; }
      svg, tbody tr, .legend i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
