#pragma once

#include <QPlainTextEdit>

namespace meshscope {

/// A document as it stands: monospace, numbered lines, never edited.
class TextViewer final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextViewer(QWidget *parent = nullptr);
    /// `firstLine`: number of the first line shown, where the text is a part of a file.
    void setDocumentText(const QString &text, int firstLine = 1);
    void goToLine(int line);
    /// Finds on from the cursor and around; false when it is nowhere.
    bool findText(const QString &text, bool backward = false);
    void paintNumbers(QPaintEvent *event);
    [[nodiscard]] int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    QWidget *m_numbers;
    int m_firstLine = 1;
};

} // namespace meshscope
