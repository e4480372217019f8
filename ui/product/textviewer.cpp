#include "ui/product/textviewer.h"

#include "ui/theme/style.h"

#include <QPainter>
#include <QTextBlock>

namespace meshscope {

namespace {
class LineNumbers final : public QWidget {
public:
    explicit LineNumbers(TextViewer *viewer)
        : QWidget(viewer)
        , m_viewer(viewer)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_viewer->paintNumbers(event); }

private:
    TextViewer *m_viewer;
};
} // namespace

TextViewer::TextViewer(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setTextRole(this, TextRole::Mono);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TextViewer::place);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    place();
}

void TextViewer::setDocumentText(const QString &text, int firstLine)
{
    m_firstLine = firstLine;
    setPlainText(text);
    place();
}

void TextViewer::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(qMax(0, line - m_firstLine));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

bool TextViewer::findText(const QString &text, bool backward)
{
    if (text.isEmpty())
        return true;
    const QTextDocument::FindFlags way = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (find(text, way))
        return true;
    const QTextCursor before = textCursor();
    moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    if (find(text, way))
        return true;
    setTextCursor(before);
    return false;
}

int TextViewer::numbersWidth() const
{
    const int last = m_firstLine + blockCount();
    return fontMetrics().horizontalAdvance(QString::number(qMax(99, last))) + px(20);
}

void TextViewer::place()
{
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const int width = numbersWidth();
    setViewportMargins(isRtl ? 0 : width, 0, isRtl ? width : 0, 0);
    const QRect room = contentsRect();
    m_numbers->setGeometry(QRect(isRtl ? room.right() - width + 1 : room.left(), room.top(), width, room.height()));
}

void TextViewer::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    place();
}

void TextViewer::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        place();
}

void TextViewer::paintNumbers(QPaintEvent *event)
{
    QPainter p(m_numbers);
    const Tokens &t = tokens(this);
    p.fillRect(event->rect(), t.canvas);
    p.setFont(font());
    p.setPen(t.muted);
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        p.drawText(QRectF(0, top, m_numbers->width() - px(8), height), Qt::AlignRight | Qt::AlignTop,
                   QString::number(m_firstLine + block.blockNumber()));
        top += height;
        block = block.next();
    }
}

} // namespace meshscope
