#include "ui/access/basket.h"

#include "ui/access/columnchooser.h"
#include "ui/access/draftfacts.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int saveDelay = 400; // milliseconds after the last key: short enough that a power cut costs a word

} // namespace

Basket::Basket(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Section, &Tokens::text, this))
    , m_saved(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_purpose(new QPlainTextEdit(this))
    , m_template(new LinkLabel(tr("Use the template"), this))
    , m_hint(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_columns(new ColumnChooser(this))
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
    m_purpose->viewport()->setAutoFillBackground(false); // its corners are the frame's
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
    showDrafts();
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
    m_ports = new BasketPorts(this);
    outer->addWidget(m_ports);
    m_form = new QWidget(this);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, px(4), 0, 0);
    form->setSpacing(px(6));
    outer->addWidget(m_form, 1);
    outer->addStretch(0);
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Purpose"), TextRole::Strong, &Tokens::text, this), 1);
    row->addWidget(m_template);
    form->addLayout(row);
    form->addWidget(m_purpose);
    form->addWidget(m_hint);
    form->addSpacing(px(4));
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
    connect(m_columns, &ColumnChooser::chosenChanged, this, [this](const QStringList &paths) {
        if (m_current < m_drafts.size())
            m_drafts[m_current].columns = paths;
        touched();
    });
    connect(m_columns, &ColumnChooser::noneRefused, this,
            [this] { setProblem(tr("Ask for one column at least, or take the port out of the basket")); });
    connect(m_ports, &BasketPorts::removeRequested, this, &Basket::remove);
    connect(m_ports, &BasketPorts::chosen, this, [this](qsizetype index) {
        m_current = index;
        showDrafts();
    });
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
    showDrafts();
}

void Basket::setProfile(const Profile &profile)
{
    const bool isSame = profile.teams == m_profile.teams;
    m_profile = profile;
    if (isSame) // what is being typed keeps its cursor
        return;
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
    showDrafts();
}

void Basket::edit(const QString &id)
{
    for (qsizetype i = 0; i < m_drafts.size(); ++i) {
        if (m_drafts.at(i).id == id)
            m_current = i;
    }
    showDrafts();
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
        m_drafts.append(draftOf(*m_mesh, port));
    }
    showDrafts();
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
    showDrafts();
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

void Basket::showDrafts()
{
    m_title->setText(m_drafts.isEmpty() ? tr("Basket") : tr("Basket: %Ln ports", nullptr, int(m_drafts.size())));
    QList<BasketPorts::Entry> entries;
    for (qsizetype i = 0; m_mesh && i < m_drafts.size(); ++i)
        entries.append(entryOf(*m_mesh, m_drafts.at(i), i == m_current && m_drafts.size() > 1));
    m_ports->setEntries(entries);
    m_form->setVisible(!m_drafts.isEmpty());
    m_send->setText(m_drafts.size() > 1 ? tr("Send %Ln requests", nullptr, int(m_drafts.size())) : tr("Send request"));
    const bool hasCurrent = m_mesh && m_current < m_drafts.size();
    m_columns->setColumns(hasCurrent ? columnsOf(*m_mesh, m_mesh->find(m_drafts.at(m_current).port)) : QList<Column>(),
                          hasCurrent ? m_drafts.at(m_current).columns : QStringList());
    updateHints();
    emit currentDomainChanged(topDomain());
}

void Basket::updateHints()
{
    const bool hasCurrent = m_mesh && m_current < m_drafts.size();
    const QString hint = hasCurrent ? termsOf(*m_mesh, m_drafts.at(m_current)) : QString();
    const QString owner = hasCurrent ? deciderOf(*m_mesh, m_drafts.at(m_current)) : QString();
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
