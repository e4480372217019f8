#include "ui/access/basket.h"

#include "models/samples/masking.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QTreeWidget>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int saveDelay = 400; // milliseconds after the last key: short enough that a power cut costs a word

/// The lock stands after what it is about, at the end of the row.
class EndSignDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationPosition = QStyleOptionViewItem::Right;
        option->decorationSize = QSize(px(14), px(14));
        option->features |= QStyleOptionViewItem::HasDecoration; // keeps the room, so that the words line up
    }
};

/// "personal, as hash": what a column is, and how it looks to who holds no grant.
QString columnNote(const Column &column)
{
    if (sensitivityOf(column) == Sensitivity::None)
        return column.primaryKey ? Basket::tr("key") : QString();
    const QString kind =
        sensitivityOf(column) == Sensitivity::Personal ? Basket::tr("personal") : Basket::tr("confidential");
    switch (maskingOf(column)) {
    case Masking::Hash: return Basket::tr("%1, as hash").arg(kind);
    case Masking::Partial: return Basket::tr("%1, in part").arg(kind);
    case Masking::Hidden: return Basket::tr("%1, hidden").arg(kind);
    case Masking::No: break;
    }
    return kind;
}

bool isSensitive(const Column &column)
{
    return sensitivityOf(column) != Sensitivity::None;
}

/// One port in the basket: name, where it is, and a button that takes it out.
class PortCard final : public Card {
public:
    PortCard(const QString &title, const QString &where, bool isCurrent, QWidget *parent)
        : Card(parent)
        , remove(iconButton(u"close"_s, Basket::tr("Take %1 out of the basket").arg(title), this))
        , choose(new LinkLabel(title, this))
    {
        setHighlighted(isCurrent);
        setRadius(6);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(px(12), px(6), px(6), px(6));
        row->setSpacing(px(10));
        auto *sign = new QLabel(this);
        sign->setPixmap(icon(u"output-port"_s, tokens(this).muted).pixmap(px(16), px(16)));
        row->addWidget(sign);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(choose);
        texts->addWidget(makeElided(where, TextRole::Small, &Tokens::muted, this));
        row->addLayout(texts, 1);
        row->addWidget(remove);
    }
    QToolButton *remove;
    LinkLabel *choose;
};

QList<Column> columnsOf(const Mesh &mesh, NodeId port)
{
    QList<Column> columns;
    for (const NodeId dataset : mesh.datasetsOf(port))
        columns += mesh.columns(dataset);
    return columns;
}

} // namespace

Basket::Basket(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Section, &Tokens::text, this))
    , m_saved(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_purpose(new QPlainTextEdit(this))
    , m_template(new LinkLabel(tr("Use the template"), this))
    , m_hint(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_columnCount(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_columns(new QTreeWidget(this))
    , m_until(new QDateEdit(QDate::currentDate().addMonths(6), this))
    , m_for(new QComboBox(this))
    , m_owner(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_problem(makeLabel({}, TextRole::Base, &Tokens::breachedText, this))
    , m_discard(plainButton(tr("Discard…"), {}, this))
    , m_keep(plainButton(tr("Keep draft"), {}, this))
    , m_send(mainButton(tr("Send"), u"send"_s, this))
{
    setObjectName(u"basket"_s);
    setGround(this, &Tokens::surface);
    m_purpose->setObjectName(u"purpose"_s);
    m_purpose->setAccessibleName(tr("Purpose"));
    m_purpose->setPlaceholderText(tr("What the data is for, in a sentence or two"));
    m_purpose->setTabChangesFocus(true);
    m_purpose->setFixedHeight(px(72));
    m_template->setObjectName(u"template"_s);
    m_columns->setObjectName(u"columns"_s);
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setColumnCount(2);
    m_columns->setHeaderHidden(true);
    m_columns->setRootIsDecorated(false);
    m_columns->setIndentation(0);
    m_columns->setUniformRowHeights(true);
    m_columns->setItemDelegateForColumn(1, new EndSignDelegate(m_columns));
    m_columns->header()->setStretchLastSection(false);
    m_columns->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_columns->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_columns->setProperty("field", true);
    for (QAbstractScrollArea *field :
         {static_cast<QAbstractScrollArea *>(m_columns), static_cast<QAbstractScrollArea *>(m_purpose)})
        field->viewport()->setAutoFillBackground(false); // its corners are the frame's
    m_until->setObjectName(u"until"_s);
    m_until->setAccessibleName(tr("Until"));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDate(QDate::currentDate());
    m_for->setObjectName(u"onBehalfOf"_s);
    m_for->setAccessibleName(tr("On behalf of"));
    m_for->setEditable(true);
    m_for->lineEdit()->setPlaceholderText(tr("yourself"));
    m_send->setObjectName(u"send"_s);
    m_keep->setObjectName(u"keep"_s);
    m_discard->setObjectName(u"discard"_s);
    m_problem->setObjectName(u"basketProblem"_s);
    for (QLabel *label : {m_hint, m_owner, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_save.setSingleShot(true);
    m_save.setInterval(saveDelay);
    build();
    connectFields();
    rebuildPorts();
}

void Basket::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(px(16), px(12), px(16), px(12));
    outer->setSpacing(px(8));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_saved);
    outer->addLayout(head);
    m_ports = new QVBoxLayout;
    m_ports->setSpacing(px(6));
    outer->addLayout(m_ports);
    m_form = new QWidget(this);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, px(4), 0, 0);
    form->setSpacing(px(6));
    outer->addWidget(m_form, 1);
    outer->addStretch(0);
    const auto labelRow = [&](const QString &text, QWidget *end) {
        auto *row = new QHBoxLayout;
        row->addWidget(makeLabel(text, TextRole::Strong, &Tokens::text, this), 1);
        row->addWidget(end);
        form->addLayout(row);
    };
    labelRow(tr("Purpose"), m_template);
    form->addWidget(m_purpose);
    form->addWidget(m_hint);
    form->addSpacing(px(4));
    labelRow(tr("Columns"), m_columnCount);
    form->addWidget(m_columns, 1);
    form->addSpacing(px(4));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->addWidget(makeLabel(tr("Until"), TextRole::Strong, &Tokens::text, this), 0, 0);
    grid->addWidget(makeLabel(tr("On behalf of"), TextRole::Strong, &Tokens::text, this), 0, 1);
    grid->addWidget(m_until, 1, 0);
    grid->addWidget(m_for, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    form->addLayout(grid);
    form->addWidget(m_owner);
    form->addWidget(m_problem);
    m_problem->hide();
    form->addWidget(makeLine(Qt::Horizontal, this));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_discard);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_send);
    form->addLayout(buttons);
}

void Basket::connectFields()
{
    connect(&m_save, &QTimer::timeout, this, &Basket::flush);
    connect(m_purpose, &QPlainTextEdit::textChanged, this, &Basket::touched);
    connect(m_until, &QDateEdit::dateChanged, this, &Basket::touched);
    connect(m_for, &QComboBox::editTextChanged, this, &Basket::touched);
    connect(m_columns, &QTreeWidget::itemChanged, this, &Basket::takeColumns);
    connect(m_template, &LinkLabel::opened, this, [this] {
        if (!m_templateText.isEmpty() && m_purpose->toPlainText().isEmpty())
            m_purpose->setPlainText(m_templateText);
        else
            emit templateSaveRequested(topDomain(), m_purpose->toPlainText());
    });
    connect(m_keep, &QPushButton::clicked, this, &Basket::flush);
    connect(m_discard, &QPushButton::clicked, this, &Basket::discard);
    m_discard->installEventFilter(this);
    connect(m_send, &QPushButton::clicked, this, [this] {
        flush();
        m_send->setEnabled(false); // until it is known how it went: a second press must not ask twice
        emit sendRequested(m_drafts);
    });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *send = new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier, key)), this, nullptr, nullptr,
                                   Qt::WidgetWithChildrenShortcut);
        connect(send, &QShortcut::activated, m_send, &QPushButton::click);
    }
    m_send->setToolTip(tr("Ctrl+Enter"));
}

void Basket::discard()
{
    // A draft that is gone cannot be brought back: the button asks once, in its place.
    if (!m_isSure) {
        m_isSure = true;
        m_discard->setText(tr("Really discard?"));
        return;
    }
    m_isSure = false;
    m_discard->setText(tr("Discard…"));
    const QList<AccessRequest> gone = std::exchange(m_drafts, {});
    m_save.stop();
    for (const AccessRequest &draft : gone)
        emit draftRemoved(draft.id);
    setDrafts({});
}

bool Basket::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_discard && (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut)) {
        m_isSure = false;
        m_discard->setText(tr("Discard…"));
    }
    return QWidget::eventFilter(watched, event);
}

void Basket::setMesh(const MeshPtr &mesh)
{
    m_mesh = mesh;
    rebuildPorts();
}

void Basket::setProfile(const Profile &profile)
{
    m_profile = profile;
    m_isFilling = true;
    const QString chosen = m_for->currentText();
    m_for->clear();
    m_for->addItem(QString());
    m_for->addItems(profile.teams);
    m_for->setEditText(chosen);
    m_isFilling = false;
}

void Basket::setDrafts(const QList<AccessRequest> &drafts)
{
    // What is being typed is newer than what was kept.
    if (m_save.isActive())
        return;
    const bool isSame = !drafts.isEmpty() && !m_drafts.isEmpty() && drafts.first().id == m_drafts.first().id;
    m_drafts = drafts;
    m_current = std::clamp<qsizetype>(m_current, 0, std::max<qsizetype>(0, m_drafts.size() - 1));
    m_isFilling = true;
    const AccessRequest first = m_drafts.value(0);
    if (!isSame || !m_purpose->hasFocus()) {
        if (m_purpose->toPlainText() != first.purpose)
            m_purpose->setPlainText(first.purpose);
    }
    if (!isSame || !m_until->hasFocus())
        m_until->setDate(first.until.isValid() ? first.until : QDate::currentDate().addMonths(6));
    if (!isSame || !m_for->lineEdit()->hasFocus())
        m_for->setEditText(first.requestedFor);
    m_isFilling = false;
    m_send->setEnabled(true);
    if (m_drafts.isEmpty())
        m_saved->clear();
    rebuildPorts();
}

void Basket::edit(const QString &id)
{
    for (qsizetype i = 0; i < m_drafts.size(); ++i) {
        if (m_drafts.at(i).id == id)
            m_current = i;
    }
    rebuildPorts();
    m_purpose->setFocus();
}

void Basket::add(const Address &portOrProduct)
{
    const NodeId node = m_mesh ? m_mesh->find(portOrProduct) : NodeId();
    if (!node.isValid()) {
        setProblem(tr("%1 is not in the mesh any more: sync, or choose another port").arg(portOrProduct.toString()));
        return;
    }
    QList<NodeId> ports;
    if (m_mesh->kind(node) == Kind::Port)
        ports.append(node);
    for (const NodeId port : m_mesh->kind(node) == Kind::Product ? m_mesh->portsOf(node) : std::span<const NodeId>()) {
        if (m_mesh->port(port).output)
            ports.append(port);
    }
    if (ports.isEmpty()) {
        setProblem(tr("%1 offers no output port that could be asked for").arg(m_mesh->name(node)));
        return;
    }
    for (const NodeId port : ports) {
        const Address address = m_mesh->address(port);
        if (std::any_of(m_drafts.cbegin(), m_drafts.cend(), [&](const AccessRequest &d) { return d.port == address; }))
            continue;
        AccessRequest draft;
        draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces); // its own from the start: kept twice is kept once
        draft.port = address;
        draft.product = m_mesh->address(m_mesh->productOf(port));
        draft.endpoint = address.endpoint;
        draft.from = QDate::currentDate();
        const QList<Column> columns = columnsOf(*m_mesh, port);
        if (std::any_of(columns.cbegin(), columns.cend(), isSensitive)) {
            for (const Column &column : columns) {
                if (!isSensitive(column))
                    draft.columns.append(column.path);
            }
        }
        m_drafts.append(draft);
    }
    rebuildPorts();
    touched();
    // After the window has given the page the focus it gives every page it shows.
    QTimer::singleShot(0, m_purpose, qOverload<>(&QWidget::setFocus));
}

void Basket::remove(const Address &port)
{
    for (qsizetype i = 0; i < m_drafts.size(); ++i) {
        if (m_drafts.at(i).port != port)
            continue;
        const QString id = m_drafts.at(i).id;
        m_drafts.removeAt(i);
        m_current = 0;
        if (!id.isEmpty())
            emit draftRemoved(id);
        break;
    }
    rebuildPorts();
}

void Basket::setTemplate(const QString &text)
{
    m_templateText = text;
    updateHints();
}

void Basket::setSaved(const QString &text)
{
    m_saved->setText(text);
}

void Basket::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_send->setEnabled(true);
}

QString Basket::topDomain() const
{
    if (!m_mesh || m_drafts.isEmpty())
        return {};
    NodeId domain = m_mesh->domainOf(m_mesh->find(m_drafts.first().product));
    for (NodeId above = domain; above.isValid(); above = m_mesh->domainOf(above))
        domain = above;
    return domain.isValid() ? m_mesh->address(domain).toString() : QString();
}

void Basket::rebuildPorts()
{
    while (QLayoutItem *item = m_ports->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_title->setText(m_drafts.isEmpty() ? tr("Basket") : tr("Basket: %n ports", nullptr, int(m_drafts.size())));
    if (m_drafts.isEmpty()) {
        QLabel *empty = makeLabel(tr("Nothing is in the basket. \"Request access\" on a product or port puts it here."),
                                  TextRole::Base, &Tokens::muted, this);
        empty->setWordWrap(true);
        m_ports->addWidget(empty);
    }
    for (qsizetype i = 0; m_mesh && i < m_drafts.size(); ++i) {
        const Address address = m_drafts.at(i).port;
        const NodeId port = m_mesh->find(address);
        const NodeId product = m_mesh->find(m_drafts.at(i).product);
        const QString title = (product.isValid() ? m_mesh->name(product) + u", "_s : QString()) +
                              (port.isValid() ? m_mesh->name(port) : address.id);
        QString where = port.isValid() ? m_mesh->port(port).type : tr("not in the mesh any more");
        if (port.isValid() && !m_mesh->datasetsOf(port).empty())
            where += (where.isEmpty() ? QString() : u", "_s) + m_mesh->name(m_mesh->datasetsOf(port).front());
        auto *card = new PortCard(title, where, i == m_current && m_drafts.size() > 1, this);
        connect(
            card->remove, &QToolButton::clicked, this, [this, address] { remove(address); }, Qt::QueuedConnection);
        connect(
            card->choose, &LinkLabel::opened, this,
            [this, i] {
                m_current = i;
                rebuildPorts();
            },
            Qt::QueuedConnection);
        m_ports->addWidget(card);
    }
    m_form->setVisible(!m_drafts.isEmpty());
    m_send->setText(m_drafts.size() > 1 ? tr("Send %n requests", nullptr, int(m_drafts.size())) : tr("Send request"));
    rebuildColumns();
    updateHints();
    emit currentDomainChanged(topDomain());
}

void Basket::rebuildColumns()
{
    m_isFilling = true;
    m_columns->clear();
    qsizetype chosen = 0;
    if (m_mesh && m_current < m_drafts.size()) {
        const AccessRequest &draft = m_drafts.at(m_current);
        for (const Column &column : columnsOf(*m_mesh, m_mesh->find(draft.port))) {
            auto *item = new QTreeWidgetItem(m_columns);
            item->setText(0, column.path);
            item->setFont(0, textFont(TextRole::Mono));
            item->setText(1, columnNote(column));
            item->setFont(1, textFont(TextRole::Small));
            item->setForeground(1, tokens(this).muted);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            if (isSensitive(column))
                item->setIcon(1, icon(u"lock"_s, tokens(this).muted));
            item->setToolTip(0, column.description.toHtmlEscaped());
            item->setToolTip(1, column.classification.toHtmlEscaped());
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            const bool on = draft.columns.isEmpty() || draft.columns.contains(column.path);
            item->setCheckState(0, on ? Qt::Checked : Qt::Unchecked);
            chosen += on ? 1 : 0;
        }
    }
    m_columnCount->setText(m_columns->topLevelItemCount() > 0
                               ? tr("%1 of %2 chosen").arg(chosen).arg(m_columns->topLevelItemCount())
                               : tr("not known"));
    m_isFilling = false;
}

void Basket::takeColumns(QTreeWidgetItem *changed)
{
    if (m_isFilling || m_current >= m_drafts.size())
        return;
    QStringList chosen;
    for (int i = 0; i < m_columns->topLevelItemCount(); ++i) {
        if (m_columns->topLevelItem(i)->checkState(0) == Qt::Checked)
            chosen.append(m_columns->topLevelItem(i)->text(0));
    }
    if (chosen.isEmpty()) { // no columns would mean all of them
        m_isFilling = true;
        changed->setCheckState(0, Qt::Checked);
        m_isFilling = false;
        setProblem(tr("Ask for one column at least, or take the port out of the basket"));
        return;
    }
    m_columnCount->setText(tr("%1 of %2 chosen").arg(chosen.size()).arg(m_columns->topLevelItemCount()));
    m_drafts[m_current].columns = chosen.size() == m_columns->topLevelItemCount() ? QStringList() : chosen;
    touched();
}

void Basket::updateHints()
{
    QString hint;
    QString owner;
    if (m_mesh && m_current < m_drafts.size()) {
        const NodeId port = m_mesh->find(m_drafts.at(m_current).port);
        const auto contracts = port.isValid() ? m_mesh->contractsOf(port) : std::span<const NodeId>();
        if (!contracts.empty()) {
            const Contract &contract = m_mesh->contract(contracts.front());
            const QString allowed = contract.usage.isEmpty() ? contract.purpose : contract.usage;
            if (!allowed.isEmpty())
                hint = tr("The contract allows: %1").arg(allowed.simplified());
            if (!contract.limitations.isEmpty())
                hint += (hint.isEmpty() ? QString() : u"\n"_s) +
                        tr("The contract limits: %1").arg(contract.limitations.simplified());
        }
        const NodeId product = m_mesh->find(m_drafts.at(m_current).product);
        QStringList deciders;
        for (const PartyRole &role : product.isValid() ? m_mesh->entity(product).owners : QList<PartyRole>()) {
            if (role.role.contains(u"owner"_s, Qt::CaseInsensitive))
                deciders.append(role.name);
        }
        owner = deciders.isEmpty() ? tr("No owner is named: who decides is not known")
                                   : tr("%1 decides.").arg(deciders.join(u", "_s));
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_owner->setText(owner);
    m_owner->setVisible(!owner.isEmpty());
    const bool canUse = !m_templateText.isEmpty() && m_purpose->toPlainText().isEmpty();
    m_template->setText(canUse ? tr("Use the template") : tr("Keep as template"));
    m_template->setVisible(canUse || !m_purpose->toPlainText().trimmed().isEmpty());
}

void Basket::touched()
{
    if (m_isFilling || m_drafts.isEmpty())
        return;
    for (AccessRequest &draft : m_drafts) {
        draft.purpose = m_purpose->toPlainText();
        draft.until = m_until->date();
        draft.requestedFor = m_for->currentText().trimmed();
        draft.requestedBy = m_profile.email.isEmpty() ? m_profile.name : m_profile.email;
    }
    setProblem({});
    updateHints();
    m_save.start();
}

void Basket::flush()
{
    m_save.stop();
    if (!m_drafts.isEmpty())
        emit draftsChanged(m_drafts);
}

} // namespace meshscope
