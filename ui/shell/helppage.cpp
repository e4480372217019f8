#include "ui/shell/helppage.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace meshscope {

namespace {
QLabel *paragraph(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, TextRole::Base, &Tokens::text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

HelpPage::HelpPage(const QList<QAction *> &commands, QWidget *parent)
    : Page(parent)
    , m_scroll(new QScrollArea(this))
    , m_about(nullptr)
{
    setObjectName(QStringLiteral("helpPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    setInitialFocus(this, m_scroll);
    auto *body = new QWidget;
    setGround(body, &Tokens::surface);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(px(24), px(20), px(24), px(24));
    column->setSpacing(px(8));
    column->addWidget(makeLabel(tr("Keys and commands"), TextRole::Page, &Tokens::text, body));
    column->addWidget(
        paragraph(tr("Ctrl+K finds people, products, columns, terms and every command below by its words. "
                     "Arrows move in the results while typing stays in the field; Enter opens, Ctrl+Enter opens "
                     "in another window, Esc leaves."),
                  body));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(3, 1);
    QString group;
    int row = 0;
    for (const QAction *action : commands) {
        const QString itsGroup = action->property("group").toString();
        if (itsGroup != group) {
            group = itsGroup;
            auto *head = makeLabel(group, TextRole::Section, &Tokens::text, body);
            head->setContentsMargins(0, px(12), 0, px(2));
            grid->addWidget(head, row++, 0, 1, 3);
        }
        grid->addWidget(makeLabel(QString(action->text()).remove(u'&'), TextRole::Base, &Tokens::text, body), row, 0);
        grid->addWidget(
            makeLabel(action->shortcut().toString(QKeySequence::NativeText), TextRole::Mono, &Tokens::muted, body), row, 1);
        ++row;
    }
    column->addLayout(grid);
    column->addSpacing(px(16));
    column->addWidget(makeLabel(tr("What is read, and what never is"), TextRole::Section, &Tokens::text, body));
    column->addWidget(
        paragraph(tr("From a folder: documents below it that Meshscope recognises by their content. Hidden folders, what "
                     "“.meshscopeignore” lists, and links that lead out of the folder are not followed. Rows of data are "
                     "read only when a "
                     "sample is shown, and are not kept. Everything read stays in the workspace file on this computer; only "
                     "a request for "
                     "access is ever written back, and only when you send it."),
                  body));
    column->addSpacing(px(16));
    m_about = makeLabel(tr("About Meshscope"), TextRole::Section, &Tokens::text, body);
    column->addWidget(m_about);
    column->addWidget(
        paragraph(tr("Meshscope %1, a desktop explorer for data meshes. Free software under the GNU General Public "
                     "License, version 3 or later; it comes without any warranty.")
                      .arg(QStringLiteral(MESHSCOPE_VERSION)),
                  body));
    column->addStretch();
    m_scroll->setWidget(body);
}

void HelpPage::setLocation(const Location &location)
{
    m_location = location;
    const bool isAbout = location.options.queryItemValue(QStringLiteral("section")) == QStringLiteral("about");
    m_scroll->verticalScrollBar()->setValue(isAbout ? m_scroll->verticalScrollBar()->maximum() : 0);
}

} // namespace meshscope
