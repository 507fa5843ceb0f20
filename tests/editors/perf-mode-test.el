;;; perf-mode-test.el --- What Emacs makes of .perf files  -*- lexical-binding: t; coding: utf-8 -*-

;; emacs -Q --batch -L editors/emacs -l tests/editors/perf-mode-test.el -f ert-run-tests-batch-and-exit

;;; Code:

(require 'ert)
(require 'imenu)
(require 'perf-mode)

(defun perf-test--faces (text &rest pieces)
  "The faces of PIECES, one behind the other, in TEXT."
  (with-temp-buffer
    (insert text "\n")
    (perf-mode)
    (font-lock-ensure)
    (goto-char (point-min))
    (mapcar (lambda (piece)
              (search-forward piece)
              (let ((face (get-text-property (match-beginning 0) 'face)))
                (if (consp face) (car face) face)))
            pieces)))

(defmacro perf-test-faces (name text &rest rows)
  "Define a test NAME: in TEXT, each of ROWS is a piece and its face."
  (declare (indent 1))
  `(ert-deftest ,name ()
     (should (equal (perf-test--faces ,text ,@(mapcar #'car rows)) ',(mapcar #'cadr rows)))))

(perf-test-faces file-words "标准 mof-2020 // 注"
  ("标准" font-lock-keyword-face) ("注" font-lock-comment-face))

(perf-test-faces names "项目 \"2026年“宣传”\" {"
  ("项目" font-lock-keyword-face) ("\"2026" font-lock-string-face) ("宣传" font-lock-string-face))

(perf-test-faces amounts "    预算 1,020,000.00 元 { 财政资金 100 万元 }"
  ("预算" font-lock-builtin-face) ("1,020" font-lock-constant-face) ("元" font-lock-variable-name-face))

(perf-test-faces indicators "    数量 \"活动\" ≥ 12 次 记作 次数"
  ("数量" font-lock-type-face) ("\"活动" font-lock-string-face) ("12" font-lock-constant-face)
  ("次" font-lock-variable-name-face) ("记作" font-lock-keyword-face) ("次数" font-lock-function-name-face))

(perf-test-faces english "    quantity \"a \"\"b\"\" c\" >= 12 km weight 10 as x"
  ("quantity" font-lock-type-face) ("b" font-lock-string-face) ("12" font-lock-constant-face)
  ("km" font-lock-variable-name-face) ("weight" font-lock-keyword-face) ("as" font-lock-keyword-face)
  ("x" font-lock-function-name-face))

(perf-test-faces dates "    时效 \"时间\" 不晚于2026-11"
  ("不晚于" font-lock-keyword-face) ("2026-11" font-lock-constant-face))

(perf-test-faces comparisons "    数量 \"人次\" 不少于12家"
  ("不少于" font-lock-builtin-face) ("12" font-lock-constant-face) ("家" font-lock-variable-name-face))

(perf-test-faces chinese-quotes "    质量 “建设“茶淀”区 // 二” 是 // 三\n数量 「甲\"」 1 个"
  ("“建设" font-lock-string-face) ("茶淀" font-lock-string-face) ("// 二" font-lock-string-face)
  ("是" font-lock-keyword-face) ("三" font-lock-comment-face)
  ("「甲" font-lock-string-face) ("1" font-lock-constant-face))

(perf-test-faces comments "／／ 项目 甲\n/* 项目\n乙 */\n目标 \"丙\""
  ("甲" font-lock-comment-face) ("乙" font-lock-comment-face) ("目标" font-lock-builtin-face))

(ert-deftest examples-are-indented-as-they-are-written ()
  (dolist (file (file-expand-wildcards "examples/*.perf"))
    (with-temp-buffer
      (insert-file-contents file)
      (perf-mode)
      (let ((written (buffer-string)))
        (let ((inhibit-message t)) (indent-region (point-min) (point-max)))
        (should (equal (buffer-string) written))))))

(ert-deftest files-are-known-by-their-ending ()
  (should (eq 'perf-mode (cdr (assoc "a.perf" auto-mode-alist #'string-match-p)))))

(ert-deftest projects-are-in-the-index ()
  (with-temp-buffer
    (insert-file-contents "examples/tianjin-ip-2026.zh.perf")
    (perf-mode)
    (should (= 3 (length (imenu--generic-function imenu-generic-expression))))))

(ert-deftest the-program-is-run ()
  (skip-unless (executable-find perf-program))
  (with-temp-buffer
    (insert-file-contents "examples/tianjin-ip-2026.zh.perf")
    (perf-mode)
    (save-window-excursion (perf-preview))
    (with-current-buffer "*perf table*"
      (should (string-match-p "宣传.*绩效目标表\\|运营促进保护发展工作经费绩效目标表" (buffer-string)))
      (should (string-match-p "≥12家" (buffer-string))))
    (let ((file (make-temp-file "perf" nil ".docx")))
      (perf-export file)
      (should (< 1000 (file-attribute-size (file-attributes file))))
      (delete-file file))
    (goto-char (point-min))
    (search-forward "≥ 12 家")
    (replace-match "≥12家")
    (perf-format-buffer)
    (goto-char (point-min))
    (should (search-forward "≥ 12 家" nil t))))

(defun perf-test--wait (holds)
  "Wait until HOLDS answers something, and answer that."
  (let ((until (time-add nil 15)) found)
    (while (and (not (setq found (funcall holds))) (time-less-p nil until))
      (accept-process-output nil 0.05))
    found))

(defun perf-test--mistake (code)
  "The finding of CODE that Flymake shows."
  (flymake-start)
  (seq-find (lambda (found) (string-match-p code (flymake-diagnostic-text found)))
            (flymake-diagnostics)))

(defun perf-test--carry-out (action)
  "Do what ACTION of the server says."
  (if (fboundp 'eglot-execute)
      (eglot-execute (eglot-current-server) action)
    (eglot--apply-workspace-edit (plist-get action :edit))))

(ert-deftest the-server-is-spoken-to ()
  (skip-unless (and (require 'eglot nil t) (executable-find perf-program)))
  (let* ((folder (make-temp-file "perf" t))
         (file (expand-file-name "a.perf" folder))
         (inhibit-message t)
         (eglot-sync-connect 15)
         (eglot-autoshutdown nil))
    (copy-file "examples/tianjin-ip-2026.zh.perf" file)
    (with-current-buffer (find-file-noselect file)
      (unwind-protect
          (progn
            (should (eq major-mode 'perf-mode))
            (apply #'eglot (eglot--guess-contact))
            (should (eglot-managed-p))
            ;; A planted mistake is told.
            (search-forward "≥ 12 家")
            (replace-match "=> 12 家")
            (eglot--signal-textDocument/didChange)
            (let ((found (perf-test--wait (lambda () (perf-test--mistake "P111")))))
              (should found)
              (should (= (line-number-at-pos (flymake-diagnostic-beg found)) (line-number-at-pos)))
              ;; The repair that is offered puts it right.
              (perf-test--carry-out
               (seq-elt (eglot-code-actions (flymake-diagnostic-beg found) (flymake-diagnostic-end found)) 0)))
            (goto-char (point-min))
            (should (re-search-forward "知识产权保护工作站\" \\(≥\\|>=\\) 12 家" nil t))
            (eglot--signal-textDocument/didChange)
            ;; A label is renamed wherever it stands.
            (goto-char (point-min))
            (search-forward "记作 站")
            (eglot-rename "支撑家数")
            (goto-char (point-min))
            (should (= 2 (how-many "支撑家数")))
            (should (= 0 (how-many "站数")))
            ;; It formats as `perfc fmt' does.
            (goto-char (point-min))
            (search-forward "支撑家数 * 每站费用")
            (replace-match "支撑家数　×  每站费用")
            (eglot--signal-textDocument/didChange)
            (eglot-format-buffer)
            (goto-char (point-min))
            (should (search-forward "支撑家数 * 每站费用" nil t)))
        (set-buffer-modified-p nil)
        (when (eglot-managed-p) (eglot-shutdown (eglot-current-server)))
        (kill-buffer)
        (delete-directory folder t)))))

(provide 'perf-mode-test)
;;; perf-mode-test.el ends here
