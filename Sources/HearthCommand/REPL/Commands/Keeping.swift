import Hearth
import HearthData
import HearthLineEditor
import HearthText

/// Questions that are kept under a name, and scripts.
extension DotCommand {
  static let save = DotCommand(
    Bilingual("save", "存"), .name,
    help: Bilingual("keep the last question under a name", "给上一个提问取名保存")
  ) { repl, name in
    guard SavedQueries.isName(name) else {
      return repl.complain(nameNeeded)
    }
    repl.aboutQuestion("") { _ in repl.keep(as: name) }
  }

  fileprivate static let nameNeeded = Bilingual(
    "A name is needed, of letters, digits, - and _: .save overdue",
    "请取一个名称（文字、数字、- 和 _）：.存 逾期")

  static let run = DotCommand(
    Bilingual("run", "运行"), .saved,
    help: Bilingual("a question that was kept; alone, lists them", "运行保存的提问；不带名称则列出全部")
  ) { repl, name in
    guard let saved = repl.savedQueries else { return }
    if name.isEmpty { return repl.list(saved) }
    guard let text = saved.text(of: name) else {
      let meant = nearest(to: name, in: saved.names)
      return repl.complain(
        Bilingual(
          "No question is kept as “\(name)”"
            + (meant.map { "; did you mean “\($0)”?" } ?? "; .run lists them."),
          "没有保存过“\(name)”" + (meant.map { "；是不是“\($0)”？" } ?? "；.运行 可列出全部。")))
    }
    repl.backend.evaluate(text)
  }

  static let edit = DotCommand(
    Bilingual("edit", "编辑"), .saved,
    help: Bilingual(
      "the last text, or a kept question, in $EDITOR", "用 $EDITOR 编辑上一次的输入或保存的提问")
  ) { repl, name in
    do throws(DataError) {
      if !name.isEmpty { return try repl.editSaved(name) }
      guard let text = try ExternalEditor.edit(repl.backend.memory.entered) else {
        return repl.complain(DotCommand.editorFailed)
      }
      repl.nextText = text
    } catch {
      repl.backend.printer.say(HearthError(error))
    }
  }

  fileprivate static let editorFailed = Bilingual(
    "The editor did not end well; nothing is changed.", "编辑器没有正常结束，内容未改动。")

  static let load = DotCommand(
    Bilingual("load", "载入"), .script,
    help: Bilingual("run a script; what it names stays", "运行一个脚本，其中取的名称保留")
  ) { repl, path in
    guard !path.isEmpty else {
      return repl.complain(Bilingual("Which script? .load FILE", "要载入哪个脚本？.载入 文件"))
    }
    do throws(DataError) {
      let source = try Batch.source(of: UserFolder.expanded(path))
      repl.askParameters(of: source.text, folder: source.folder ?? ".")
      repl.backend.evaluate(source.text, folder: source.folder ?? ".")
    } catch {
      repl.backend.printer.say(HearthError(error))
    }
  }

  static let history = DotCommand(
    Bilingual("history", "历史"), .word,
    help: Bilingual("what was asked before; with a word, where it occurs", "以前的提问；带一个词则只列含有它的")
  ) { repl, word in
    let shown = word.isEmpty ? 20 : 50
    let found = repl.history.entries.filter { word.isEmpty || $0.contains(word) }
    if found.isEmpty {
      return repl.say(
        word.isEmpty
          ? Bilingual("Nothing has been asked yet.", "还没有提过问题。")
          : Bilingual("Nothing asked before has “\(word)”.", "以前的提问里没有“\(word)”。"))
    }
    print(found.suffix(shown).joined(separator: "\n"))
  }
}

extension REPL {
  /// nil after saying that there is no folder for them.
  fileprivate var savedQueries: SavedQueries? {
    if let saved = SavedQueries(of: backend.dataKey) { return saved }
    complain(
      Bilingual(
        "There is no folder to keep questions in: HOME is not set.",
        "没有可存放提问的文件夹：未设置 HOME。"))
    return nil
  }

  /// Lets a kept question be changed; a name that is new begins an empty one.
  fileprivate func editSaved(_ name: String) throws(DataError) {
    guard let saved = savedQueries else { return }
    guard SavedQueries.isName(name) else { return complain(DotCommand.nameNeeded) }
    guard let text = try ExternalEditor.edit(saved.text(of: name)?.trimmed ?? "") else {
      return complain(DotCommand.editorFailed)
    }
    _ = try saved.write(text + "\n", as: name)
    say(Bilingual("Kept; .run \(name) asks it again.", "已保存；.运行 \(name) 可再次提问。"))
  }

  fileprivate func keep(as name: String) {
    guard let saved = savedQueries, let text = backend.standaloneQuestion else { return }
    do throws(DataError) {
      let isNew = try saved.write(text, as: name)
      say(
        isNew
          ? Bilingual("Kept; .run \(name) asks it again.", "已保存；.运行 \(name) 可再次提问。")
          : Bilingual("Kept in place of the former “\(name)”.", "已保存，替换了原来的“\(name)”。"))
    } catch {
      backend.printer.say(HearthError(error))
    }
  }

  fileprivate func list(_ saved: SavedQueries) {
    let names = saved.names
    if names.isEmpty {
      return say(
        Bilingual(
          "No question is kept yet; .save NAME keeps the last one.",
          "还没有保存过提问；.存 名称 可保存上一个。"))
    }
    let width = names.map { displayWidth(of: $0) }.max() ?? 0
    for name in names {
      print(padded(name, toWidth: width + 2) + (saved.heading(of: name) ?? ""))
    }
  }
}

extension Backend {
  /// The last question, with what it says in a comment, and with what was named before if it
  /// needs that.
  fileprivate var standaloneQuestion: String? {
    guard let question = memory.question, let whole = memory.wholeText else { return nil }
    let (sentences, _) = workspace.readBack(SourceText(name: "", text: question, folder: "."))
    let heading = sentences.map { "# \($0)\n" }.joined()
    let alone = Workspace(workspace.data, options: workspace.options)
    let (_, report) = alone.readBack(SourceText(name: "", text: question, folder: "."))
    return heading + (report.hasErrors ? whole : question) + "\n"
  }
}
