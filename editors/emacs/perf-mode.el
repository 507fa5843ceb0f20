;;; perf-mode.el --- Performance target tables  -*- lexical-binding: t; coding: utf-8 -*-

;; Copyright (C) 2026 the authors of perfc

;; Author: the authors of perfc
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Editing `.perf' files, in which the performance target tables of budget
;; projects are written.  `M-x eglot' starts the language server of perfc:
;; messages as you type, completion, repairs, renaming, formatting.
;; `perf-preview' shows the table, `perf-export' writes it as a document.

;;; Code:

(require 'compile)

(defgroup perf nil
  "Performance target tables."
  :group 'languages)

(defcustom perf-program "perfc"
  "The program perfc: its name, or where it is."
  :type 'string)

(defcustom perf-indent-offset 4
  "How many blanks a block is indented by."
  :type 'integer
  :safe #'integerp)

;; The word lists are the compiler's own:
;; UPDATE_EDITORS=1 cargo test --test it editors

(defconst perf-file-words
  '(
    ;; words file
    "完成情况" "实际完成" "计量单位" "预算单位" "预算年度" "倍数" "单位" "实际" "导入" "年度"
    "引入" "标准" "模板" "量纲" "项目" "multiplier" "dimension" "standard"
    "template" "project" "actual" "import" "unit" "year" "org"
    ;; end
    )
  "What a file consists of: projects, standards, templates.")

(defconst perf-statement-words
  '(
    ;; words statement
    "绩效指标描述" "预算执行率" "一级指标" "二级指标" "偏差原因" "全年预计" "分值方案" "各级分值"
    "实施期值" "数据来源" "绩效目标" "设定依据" "资金来源" "资金用途" "起止时间" "项目代码" "预算单位"
    "预算年度" "上年值" "不超百" "也写作" "可超百" "基期值" "小数位" "总期值" "执行数" "挑战值"
    "项目期" "预算数" "亮灯" "依据" "分值" "前提" "力争" "单位" "印作" "原因" "备注" "套用"
    "年度" "应填" "得分" "必填" "描述" "支出" "方向" "显示" "权重" "来源" "校验" "检查"
    "用途" "目标" "等级" "计量" "评分" "评判" "说明" "超额" "预算" "预计" "direction"
    "execution" "judgement" "overshoot" "unbounded" "baseline"
    "category" "decimals" "describe" "expected" "forecast" "measures"
    "required" "bounded" "premise" "purpose" "scoring" "stretch"
    "weights" "budget" "period" "reason" "scheme" "source" "weight"
    "basis" "check" "grade" "level" "light" "score" "spent" "total"
    "also" "code" "fund" "goal" "note" "show" "year" "org" "use"
    ;; end
    )
  "What statements in blocks begin with.")

(defconst perf-argument-words
  '(
    ;; words argument
    "完全不可能" "预算执行率" "不能完成" "全年预计" "可能完成" "越大越好" "越小越好" "不晚于" "不累计"
    "也写作" "全或无" "按反比" "按差额" "按比例" "有可能" "确定能" "能完成" "预算数" "个数"
    "分值" "分档" "印作" "及格" "反向" "合计" "待定" "得分" "恰好" "截至" "扣减" "扩展"
    "早于" "显示" "期限" "权重" "正向" "求和" "红灯" "绿灯" "蓝灯" "计数" "计量" "记为"
    "记作" "达成" "阶梯" "预算" "预计" "黄灯" "为" "否" "是" "每" "all-or-nothing"
    "proportional" "impossible" "execution" "achieved" "deadline"
    "forecast" "measures" "certain" "extends" "inverse" "passing"
    "reduced" "before" "budget" "graded" "likely" "linear" "steady"
    "weight" "yellow" "count" "exact" "green" "score" "steps"
    "also" "blue" "less" "more" "show" "per" "red" "sum" "tbd"
    "yes" "as" "at" "by" "is" "no"
    ;; end
    )
  "What stands among the arguments of a statement.")

(defconst perf-label-words
  '(
    ;; words as
    "记为" "记作" "as"
    ;; end
    )
  "What a label follows.")

(defconst perf-comparison-words
  '(
    ;; words comparison
    "大于等于" "小于等于" "不低于" "不多于" "不大于" "不小于" "不少于" "不超过" "不高于" "低于"
    "多于" "大于" "小于" "少于" "等于" "至多" "至少" "超过" "高于"
    ;; end
    )
  "The comparisons that are words.")

(defconst perf--name "[[:alpha:]_%％‰℃〇][-[:alnum:]_%％‰℃〇]*"
  "A word that is no number.")

(defconst perf--begin "\\(?:^\\|[;；{｛}｝]\\)[ \t　]*"
  "Where a statement begins.")

(defconst perf--digits "[0-9０-９]"
  "A digit, full-width or not.")

(defconst perf--date
  (concat perf--digits "\\{4\\}\\(?:"
          "\\(?:[-－]" perf--digits "\\{1,2\\}\\)\\{1,2\\}"
          "\\|\\(?:[/／.．]" perf--digits "\\{1,2\\}\\)\\{2\\}"
          "\\|[ 　]*年度?\\(?:[ 　]*" perf--digits "\\{1,2\\}[ 　]*月份?"
          "\\(?:[ 　]*" perf--digits "\\{1,2\\}[ 　]*[日号]\\)?\\)?"
          "\\(?:[ 　]*\\(?:底之前\\|底以前\\|底前\\|末前\\|之前\\|以前\\|前\\|底\\|末\\)\\)?"
          "\\)")
  "A date.")

(defun perf--words (before words)
  "A pattern for WORDS behind BEFORE that stand alone; digits may be glued to them."
  (concat before "\\(" (regexp-opt words) "\\)\\(?:$\\|[^[:alpha:]_-]\\)"))

(defconst perf-font-lock-keywords
  `((,(perf--words perf--begin perf-file-words) (1 font-lock-keyword-face))
    (,(perf--words perf--begin perf-statement-words) (1 font-lock-builtin-face))
    (,(concat perf--begin "\\(" perf--name "\\)[ \t　]*[\"“「]")
     (1 font-lock-type-face))
    (,(concat "\\(?:^\\|[^[:alnum:]]\\)" (regexp-opt perf-label-words) "[ \t　]+\\(" perf--name "\\)")
     (1 font-lock-function-name-face))
    (,(perf--words "\\(?:^\\|[^[:alnum:]_-]\\)" perf-argument-words) (1 font-lock-keyword-face))
    (,(concat "\\(" (regexp-opt perf-comparison-words) "\\)\\(?:[ 　]\\|" perf--digits "\\)")
     (1 font-lock-builtin-face))
    (,perf--date (0 font-lock-constant-face))
    (,(concat "\\(" perf--digits "+\\(?:[.,，．]" perf--digits "+\\)*\\)[ \t　]*\\([[:alpha:]%％‰℃][[:alpha:]%％/·]*\\)?")
     (1 font-lock-constant-face) (2 font-lock-variable-name-face nil t)))
  "What is highlighted, besides texts and comments.")

(defconst perf--syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 124b" table)
    (modify-syntax-entry ?* ". 23" table)
    (modify-syntax-entry ?\n "> b" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "." table)
    (modify-syntax-entry ?\{ "(}" table)
    (modify-syntax-entry ?\} "){" table)
    (modify-syntax-entry ?｛ "(｝" table)
    (modify-syntax-entry ?｝ ")｛" table)
    (modify-syntax-entry ?（ "(）" table)
    (modify-syntax-entry ?） ")（" table)
    (modify-syntax-entry ?“ "." table)
    (modify-syntax-entry ?” "." table)
    (modify-syntax-entry ?「 "." table)
    (modify-syntax-entry ?」 "." table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?- "_" table)
    table)
  "Brackets, comments and plain quotes.")

(defconst perf--syntax-propertize
  (syntax-propertize-rules
   ;; “…”, which may hold “…”, and 「…」 are texts; only their ends are fences.
   ("\\(“\\)[^“”\n]*\\(?:“[^“”\n]*”[^“”\n]*\\)*\\(”\\)"
    (1 (unless (nth 8 (save-excursion (syntax-ppss (match-beginning 1)))) (string-to-syntax "|")))
    (2 (unless (nth 4 (save-excursion (syntax-ppss (match-beginning 1))))
         (if (eq (nth 3 (save-excursion (syntax-ppss (match-beginning 2)))) t)
             (string-to-syntax "|")))))
   ("\\(「\\)[^」\n]*\\(」\\)"
    (1 (unless (nth 8 (save-excursion (syntax-ppss (match-beginning 1)))) (string-to-syntax "|")))
    (2 (if (eq (nth 3 (save-excursion (syntax-ppss (match-beginning 2)))) t)
           (string-to-syntax "|"))))
   ("\\(／\\)\\(／\\)"
    (1 (unless (nth 8 (save-excursion (syntax-ppss (match-beginning 1)))) (string-to-syntax "< b")))))
  "Chinese quotes and comments.")

;;; Indentation

(defun perf--closes ()
  "Whether the line begins with a closing bracket."
  (save-excursion
    (back-to-indentation)
    (looking-at-p "[}｝)）]")))

(defun perf-indent-line ()
  "Indent the line by the brackets that are open above it."
  (interactive)
  (let* ((open (nth 1 (save-excursion (syntax-ppss (line-beginning-position)))))
         (outer (if open (save-excursion (goto-char open) (current-indentation)) 0))
         (column (cond ((not open) 0)
                       ((perf--closes) outer)
                       (t (+ outer perf-indent-offset)))))
    (if (<= (current-column) (current-indentation))
        (indent-line-to column)
      (save-excursion (indent-line-to column)))))

;;; What perfc does

(defun perf--run (buffer &rest arguments)
  "Run perfc with ARGUMENTS on this buffer, and put its answer into BUFFER."
  (let ((coding-system-for-read 'utf-8)
        (coding-system-for-write 'utf-8))
    (apply #'call-process-region (point-min) (point-max) perf-program nil buffer nil arguments)))

(defun perf-preview ()
  "Show the table of this buffer."
  (interactive)
  (let ((buffer (get-buffer-create "*perf table*"))
        (width (number-to-string (max 60 (window-width)))))
    (with-current-buffer buffer
      (let ((inhibit-read-only t)) (erase-buffer)))
    (perf--run (list buffer nil) "table" "-" "--format" "text" "--force" "--color" "never" "--width" width)
    (with-current-buffer buffer
      (special-mode)
      (setq truncate-lines t)
      (goto-char (point-min)))
    (display-buffer buffer)))

(defun perf-export (file)
  "Write the table of this buffer to FILE, a docx, xlsx or html by its ending."
  (interactive "FWrite the table to (docx, xlsx, html): ")
  (let ((messages (generate-new-buffer " *perfc*")))
    (unwind-protect
        (if (eq 0 (perf--run (list messages t) "table" "-" "--color" "never" "-o" (expand-file-name file)))
            (message "Written: %s" file)
          (user-error "%s" (with-current-buffer messages (buffer-string))))
      (kill-buffer messages))))

(defun perf-format-buffer ()
  "Tidy this buffer up as `perfc fmt' does."
  (interactive)
  (let ((tidy (generate-new-buffer " *perfc fmt*")))
    (unwind-protect
        (if (eq 0 (perf--run (list tidy nil) "fmt" "-"))
            (replace-buffer-contents tidy)
          (user-error "There are mistakes; see `perfc check'"))
      (kill-buffer tidy))))

(defvar perf-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-p") #'perf-preview)
    (define-key map (kbd "C-c C-e") #'perf-export)
    (define-key map (kbd "C-c C-f") #'perf-format-buffer)
    map)
  "The keys of `perf-mode'.")

(defvar perf-imenu-generic-expression
  (list (list nil (concat "^[ \t　]*" (regexp-opt perf-file-words) "[ \t　]+[\"“「]\\([^\"”」\n]+\\)") 1))
  "Projects and results by name.")

;;;###autoload
(define-derived-mode perf-mode prog-mode "perf"
  "Major mode for performance target tables."
  :syntax-table perf--syntax-table
  (setq-local font-lock-defaults '(perf-font-lock-keywords))
  (setq-local syntax-propertize-function perf--syntax-propertize)
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "\\(?://+\\|／／+\\|/\\*+\\)\\s-*")
  (setq-local comment-end "")
  (setq-local indent-line-function #'perf-indent-line)
  (setq-local indent-tabs-mode nil)
  (setq-local electric-indent-chars (append "{}()｛｝（）" electric-indent-chars))
  (setq-local imenu-generic-expression perf-imenu-generic-expression)
  (when buffer-file-name
    (setq-local compile-command
                (mapconcat #'shell-quote-argument
                           (list perf-program "check" "--format" "short" "--color" "never" buffer-file-name)
                           " "))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.perf\\'" . perf-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'perf-mode (list perf-program "lsp"))))

(provide 'perf-mode)
;;; perf-mode.el ends here
