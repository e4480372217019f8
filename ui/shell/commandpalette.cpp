#include "ui/shell/commandpalette.h"

#include "models/items/searchmodel.h"
#include "models/mesh/itemroles.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace meshscope {

namespace {

/// Its keys come from the search field: the selection looks as if the list had the focus.
class LedList final : public QListView {
public:
    using QListView::QListView;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override
    {
        QListView::initViewItemOption(option);
        option->state |= QStyle::State_Active;
    }
};

} // namespace

void PaletteModel::setEntries(QList<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole: return entry.text;
    case DetailRole: return entry.detail;
    case IconNameRole: return entry.iconName;
    case HueRole: return entry.hue;
    case AddressRole: return entry.address;
    case StrongRole: return entry.type == Entry::Thing;
    case MutedRole: return entry.type == Entry::Nothing;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(entry.text, entry.detail);
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries[index.row()].type == Entry::Nothing)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

CommandPalette::CommandPalette(SearchField *field, QWidget *window)
    : QWidget(window)
    , m_field(field)
    , m_list(new LedList(this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Results"));
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(4), px(4), px(4));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setProperty("rounded", true);
    m_list->setItemDelegate(new TableDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_list, &Tokens::raised);
    column->addWidget(m_list);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { open(index, QGuiApplication::keyboardModifiers() & Qt::ControlModifier); });
}

void CommandPalette::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    if (isVisible())
        search();
}

void CommandPalette::start()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

QList<PaletteModel::Entry> CommandPalette::things(const QString &query) const
{
    QList<PaletteModel::Entry> entries;
    if (!m_snapshot.search || !m_snapshot.mesh)
        return entries;
    const Mesh &mesh = *m_snapshot.mesh;
    const SearchIndex::Answer answer = m_snapshot.search->search(query, {}, 9);
    for (const SearchIndex::Hit &hit : answer.hits) {
        PaletteModel::Entry entry;
        entry.text = hit.name;
        entry.address = hit.address.toString();
        QStringList detail{kindName(hit.kind)};
        bool isOutput = true;
        if (hit.node.isValid()) {
            entry.hue = topDomainAddress(mesh, hit.node);
            if (hit.kind == Kind::Column)
                detail << tr("in %1").arg(mesh.name(hit.node));
            else if (hit.kind == Kind::Port)
                isOutput = mesh.port(hit.node).output;
            else if (hit.kind == Kind::Dataset && !mesh.dataset(hit.node).platform.isEmpty())
                detail << mesh.dataset(hit.node).platform; // one name on several platforms is common
            const QStringList path = mesh.domainPath(hit.node);
            if (hit.kind != Kind::Domain && !path.isEmpty())
                detail << path.join(QStringLiteral(" › "));
        }
        entry.iconName = iconOfKind(hit.kind, isOutput);
        entry.detail = detail.join(QStringLiteral(" · "));
        entries << entry;
    }
    if (answer.total > answer.hits.size() && !answer.hits.isEmpty()) {
        PaletteModel::Entry all;
        all.type = PaletteModel::Entry::AllResults;
        all.text = tr("All %Ln result(s) in Find", nullptr, int(answer.total));
        all.iconName = QStringLiteral("search");
        entries << all;
    }
    return entries;
}

QList<PaletteModel::Entry> CommandPalette::commands(const QString &query, int most) const
{
    QList<PaletteModel::Entry> entries;
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    for (QAction *action : m_commands) {
        if (!action->isEnabled() || !action->isVisible() || entries.size() >= most)
            continue;
        const QString text = QString(action->text()).remove(u'&').remove(u'…');
        const QString searched = text + u' ' + action->property("group").toString();
        const QStringList parts = searched.split(u' ', Qt::SkipEmptyParts);
        const bool isMatch = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return std::any_of(parts.begin(), parts.end(),
                               [&](const QString &part) { return part.startsWith(word, Qt::CaseInsensitive); });
        });
        if (!isMatch)
            continue;
        PaletteModel::Entry entry;
        entry.type = PaletteModel::Entry::Command;
        entry.text = text;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        const QString group = action->property("group").toString();
        entry.detail = key.isEmpty() ? group : QStringLiteral("%1 · %2").arg(group, key);
        entry.iconName = QStringLiteral("chevron-right");
        entry.action = action;
        entries << entry;
    }
    return entries;
}

void CommandPalette::search()
{
    const QString text = m_field->text().trimmed();
    QList<PaletteModel::Entry> entries;
    if (text.startsWith(u'>')) {
        entries = commands(text.mid(1).trimmed(), 40);
    } else if (text.isEmpty()) {
        entries = commands({}, 40);
    } else {
        entries = things(text);
        entries << commands(text, 5);
    }
    if (entries.isEmpty()) {
        PaletteModel::Entry none;
        none.type = PaletteModel::Entry::Nothing;
        none.text = m_snapshot.search || text.startsWith(u'>') ? tr("Nothing is called “%1” here").arg(text)
                                                               : tr("The index is being built");
        entries << none;
    }
    m_model.setEntries(entries);
    m_list->setCurrentIndex(entries.first().type == PaletteModel::Entry::Nothing ? QModelIndex() : m_model.index(0, 0));
    place();
    show();
    raise();
}

void CommandPalette::place()
{
    const int row = m_list->sizeHintForRow(0);
    const int high = qMin(m_model.rowCount(), 12) * row + 2 * px(4) + 2;
    const QPoint corner = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + px(4)));
    const int wide = qMin(qMax(m_field->width(), px(560)), parentWidget()->width() - 2 * px(8));
    int x = corner.x() + (m_field->width() - wide) / 2;
    x = qBound(px(8), x, qMax(px(8), parentWidget()->width() - wide - px(8)));
    setGeometry(x, corner.y(), wide, high);
}

void CommandPalette::move(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const QModelIndex next = m_model.index(qBound(0, row + by, count - 1), 0);
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
}

void CommandPalette::open(const QModelIndex &index, bool newWindow)
{
    if (!index.isValid())
        return;
    const PaletteModel::Entry entry = m_model.entry(index.row());
    const QString query = m_field->text().trimmed();
    if (entry.type == PaletteModel::Entry::Nothing)
        return;
    hide();
    m_field->clear();
    emit left();
    if (entry.type == PaletteModel::Entry::Thing)
        emit thingOpened(entry.address, newWindow);
    else if (entry.type == PaletteModel::Entry::AllResults)
        emit allRequested(query, newWindow);
    else if (entry.action)
        entry.action->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::MouseButtonPress && !isVisible()) {
        search();
    } else if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        switch (press->key()) {
        case Qt::Key_Down: isVisible() ? move(1) : search(); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_PageDown: move(10); return true;
        case Qt::Key_PageUp: move(-10); return true;
        case Qt::Key_Escape:
            hide();
            m_field->clear();
            emit left();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!isVisible())
                search();
            else
                open(m_list->currentIndex(), press->modifiers() & Qt::ControlModifier);
            return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    p.fillRect(rect(), t.surface);
    p.setPen(t.lineStrong);
    p.setBrush(t.raised);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
}

} // namespace meshscope
