#include "ui/endpoints/addform.h"

#include "ui/endpoints/addressprobe.h"
#include "ui/endpoints/connectionpanel.h"
#include "ui/endpoints/endpointfields.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace meshscope {

AddForm::AddForm(const EndpointServices &services, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Title, &Tokens::text, this))
    , m_what(makeLabel({}, TextRole::Base, &Tokens::muted, this))
    , m_fields(new EndpointFields(services, this))
    , m_say(makeLabel({}, TextRole::Small, &Tokens::muted, this))
    , m_add(mainButton({}, {}, this))
    , m_test(softButton(tr("Test the connection"), QStringLiteral("play"), this))
    , m_cancel(softButton(tr("Cancel"), {}, this))
    , m_connection(new ConnectionPanel(services.test, this))
    , m_probe(new AddressProbe(services.recognise, this))
{
    setObjectName(QStringLiteral("addForm"));
    m_say->setObjectName(QStringLiteral("addSays"));
    m_say->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("addButton"));
    m_test->setObjectName(QStringLiteral("addTest"));
    m_cancel->setObjectName(QStringLiteral("addCancel"));
    build();
    setInitialFocus(this, m_fields->firstField());
    connect(m_fields, &EndpointFields::changed, this, &AddForm::check);
    connect(m_probe, &AddressProbe::recognised, this, [this](const Recognised &found) {
        if (!m_fields->isKindChosen())
            m_fields->apply(found);
    });
    connect(m_probe, &AddressProbe::chosen, m_fields, &EndpointFields::apply);
    connect(m_fields, &EndpointFields::submitted, m_add, &QPushButton::click);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_connection->clear();
        emit cancelled();
    });
    connect(m_add, &QPushButton::clicked, this, &AddForm::submit);
    connect(m_test, &QPushButton::clicked, this, &AddForm::test);
    connect(m_connection, &ConnectionPanel::testRequested, this, &AddForm::test);
    connect(m_connection, &ConnectionPanel::pinRequested, this, [this](const QString &fingerprint) {
        m_fields->setPin(fingerprint);
        test();
    });
    setPurpose(Purpose::Add, {});
    check();
}

void AddForm::build()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(12));
    column->addWidget(m_title);
    m_what->setWordWrap(true);
    m_what->setMaximumWidth(px(760));
    column->addWidget(m_what);
    m_fields->setMaximumWidth(px(640));
    column->addWidget(m_fields);
    m_say->setMaximumWidth(px(640));
    column->addWidget(m_say);
    m_probe->setMaximumWidth(px(640));
    column->addWidget(m_probe);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addWidget(m_add);
    buttons->addWidget(m_test);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    m_connection->setMaximumWidth(px(760));
    m_connection->hide();
    column->addWidget(m_connection, 1);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    setGround(inside, &Tokens::surface);
    setGround(scroll->viewport(), &Tokens::surface);
    connect(m_connection, &ConnectionPanel::changed, this, [this, scroll] {
        QTimer::singleShot(0, this, [this, scroll] { // when the rows have found their places
            const QRect panel = m_connection->geometry();
            const int end = panel.bottom() + px(16) - scroll->viewport()->height();
            scroll->verticalScrollBar()->setValue(qMax(scroll->verticalScrollBar()->value(), qMin(panel.top(), end)));
        });
    });
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void AddForm::setPurpose(Purpose purpose, const QString &name)
{
    m_purpose = purpose;
    m_title->setText(purpose == Purpose::Add    ? tr("Add an endpoint")
                     : purpose == Purpose::Edit ? tr("Edit %1").arg(name)
                                                : tr("A copy of %1").arg(name));
    m_add->setText(purpose == Purpose::Edit ? tr("Save") : tr("Add and read"));
    setLook(m_add, ButtonLook::Main, purpose == Purpose::Edit ? QStringLiteral("check") : QStringLiteral("plus"));
    m_connection->clear();
    m_connection->hide();
    m_probe->stop();
}

void AddForm::setError(const QString &text)
{
    setTextColor(m_say, &Tokens::breachedText);
    m_say->setText(text);
    m_say->show();
    m_fields->setRefused(true);
}

void AddForm::setBusy(bool isBusy)
{
    if (isBusy)
        m_focus = focusWidget(); // a field that is switched off loses it
    for (QWidget *part : std::initializer_list<QWidget *>{m_fields, m_add, m_test, m_cancel})
        part->setEnabled(!isBusy);
    if (isBusy) {
        setTextColor(m_say, &Tokens::muted);
        m_say->setText(m_purpose == Purpose::Edit ? tr("Being saved…") : tr("Being added…"));
        m_say->show();
        return;
    }
    check();
    if (m_focus && isVisible())
        m_focus->setFocus();
}

void AddForm::clear()
{
    m_fields->clear();
    setPurpose(Purpose::Add, {});
}

void AddForm::setKind(const QString &kind)
{
    m_fields->setKind(kind);
}

void AddForm::edit(const StoredEndpoint &endpoint)
{
    m_fields->setEndpoint(endpoint, false);
    setPurpose(Purpose::Edit, endpoint.name);
}

void AddForm::copy(const StoredEndpoint &endpoint)
{
    m_fields->setEndpoint(endpoint, true);
    setPurpose(Purpose::Copy, endpoint.name);
}

void AddForm::check()
{
    m_what->setText(m_fields->description());
    if (m_purpose == Purpose::Add)
        m_probe->ask(m_fields->location());
    m_probe->setKind(m_fields->kind().kind);
    const bool isComplete = m_fields->isComplete();
    m_add->setEnabled(isComplete);
    m_test->setEnabled(isComplete);
    m_fields->setRefused(false);
    setTextColor(m_say, &Tokens::muted);
    m_say->setText(m_fields->problem());
    m_say->setVisible(!m_say->text().isEmpty());
}

void AddForm::submit()
{
    const Result<EndpointInput> input = m_fields->input();
    if (!input)
        setError(input.error().text);
    else if (m_purpose == Purpose::Edit)
        emit changeRequested(*input);
    else
        emit addRequested(*input);
}

void AddForm::test()
{
    const Result<EndpointInput> input = m_fields->input();
    if (!input) {
        setError(input.error().text);
        return;
    }
    m_connection->show();
    m_connection->start(*input);
}

} // namespace meshscope
