#include "ui/endpoints/addform.h"

#include "models/catalogs/connector.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"

#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemModel>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace meshscope {

AddForm::AddForm(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_say(makeLabel({}, TextRole::Small, &Tokens::muted, this))
{
    setObjectName(QStringLiteral("addForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(12));
    column->addWidget(makeLabel(tr("Add an endpoint"), TextRole::Title, &Tokens::text, this));
    QStringList titles;
    const QList<EndpointKind> kinds = endpointKinds();
    for (const EndpointKind &kind : kinds)
        titles << kind.title;
    auto *what = makeLabel(tr("A folder, often a git clone, with documents in any nesting: data products, contracts, "
                              "agreements, dbt, OpenLineage, "
                              "DCAT and measurements. They are recognised by what they hold, not by their names. Drop a "
                              "folder on the window to add "
                              "it without this form."),
                           TextRole::Base, &Tokens::muted, this);
    what->setWordWrap(true);
    column->addWidget(what);
    auto *kindsLabel = makeLabel(tr("This version can read: %1").arg(titles.join(QStringLiteral(", "))), TextRole::Small,
                                 &Tokens::muted, this);
    kindsLabel->setWordWrap(true);
    column->addWidget(kindsLabel);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    auto *pathLabel = makeLabel(tr("Folder"), TextRole::Base, &Tokens::text, this);
    pathLabel->setBuddy(m_path);
    m_path->setObjectName(QStringLiteral("addPath"));
    m_path->setAccessibleName(tr("Folder"));
    m_path->setPlaceholderText(tr("/path/to/the/folder"));
    m_path->setClearButtonEnabled(false);
    auto *folders = new QFileSystemModel(this);
    folders->setFilter(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Drives);
    auto *completer = new QCompleter(folders, this);
    m_path->setCompleter(completer);
    connect(m_path, &QLineEdit::textEdited, folders, [folders] {
        if (folders->rootPath() == QStringLiteral("."))
            folders->setRootPath(QDir::rootPath()); // read the disk only when somebody types
    });
    auto *choose = softButton(tr("Choose…"), QStringLiteral("folder"), this);
    choose->setObjectName(QStringLiteral("addChoose"));
    grid->addWidget(pathLabel, 0, 0);
    grid->addWidget(m_path, 0, 1);
    grid->addWidget(choose, 0, 2);
    auto *nameLabel = makeLabel(tr("Name"), TextRole::Base, &Tokens::text, this);
    nameLabel->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("addName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("from the folder's name"));
    m_name->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9-]*")), this));
    grid->addWidget(nameLabel, 1, 0);
    grid->addWidget(m_name, 1, 1);
    m_say->setObjectName(QStringLiteral("addSays"));
    m_say->setWordWrap(true);
    grid->addWidget(m_say, 2, 1);
    auto *box = new QWidget(this);
    box->setMaximumWidth(px(640));
    box->setLayout(grid);
    grid->setContentsMargins(0, 0, 0, 0);
    column->addWidget(box);

    auto *buttons = new QHBoxLayout;
    auto *add = mainButton(tr("Add and read"), QStringLiteral("plus"), this);
    add->setObjectName(QStringLiteral("addButton"));
    m_add = add;
    auto *cancel = softButton(tr("Cancel"), {}, this);
    buttons->addWidget(add);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    setInitialFocus(this, m_path);

    connect(m_path, &QLineEdit::textChanged, this, &AddForm::check);
    connect(m_path, &QLineEdit::returnPressed, add, &QPushButton::click);
    connect(m_name, &QLineEdit::returnPressed, add, &QPushButton::click);
    connect(choose, &QPushButton::clicked, this, &AddForm::browse);
    connect(cancel, &QPushButton::clicked, this, &AddForm::cancelled);
    connect(add, &QPushButton::clicked, this,
            [this] { emit addRequested(QDir::cleanPath(m_path->text().trimmed()), m_name->text()); });
    check();
}

void AddForm::setError(const QString &text)
{
    setTextColor(m_say, &Tokens::breachedText);
    m_say->setText(text);
    setWrong(m_path, true);
}

void AddForm::clear()
{
    m_path->clear();
    m_name->clear();
    check();
}

void AddForm::check()
{
    const QString path = m_path->text().trimmed();
    const QFileInfo info(path);
    QString problem;
    if (!path.isEmpty() && !info.exists())
        problem = tr("There is no such folder");
    else if (!path.isEmpty() && !info.isDir())
        problem = tr("That is a file: choose the folder it is in");
    else if (!path.isEmpty() && !info.isReadable())
        problem = tr("You may not read this folder");
    m_add->setEnabled(!path.isEmpty() && problem.isEmpty());
    setWrong(m_path, false);
    setTextColor(m_say, &Tokens::muted);
    m_say->setText(problem);
}

void AddForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

} // namespace meshscope
