#pragma once

#include "models/samples/sample.h"
#include "models/store/workspace.h"
#include "ui/product/sections.h"
#include "ui/widgets/page.h"

class QListView;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace meshscope {

class CellModel;
class StatePanel;

/// The page of one thing: a product in full, anything else by the sections that apply to it.
class ProductPage final : public Page {
    Q_OBJECT
public:
    ProductPage(Workspace &workspace, const SampleReader &samples, QWidget *parent = nullptr);
    ~ProductPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] QString section() const { return m_section; }
    void showSection(const QString &id);

private:
    void build();
    void rebuild();
    void findSubject();
    void showGone();
    void fillList();
    void forgetSections();
    [[nodiscard]] QWidget *widgetOf(const QString &section);
    void showLevel(const QString &level, bool withEvidence);
    void applyLevel(QWidget *widget);
    void applyScroll();
    [[nodiscard]] int scroll() const;
    void fillExport(QMenu *menu);
    void save(const QString &suggested, const std::function<QByteArray()> &content);

    Workspace &m_workspace;
    const SampleReader &m_samples;
    SectionHub m_hub;
    Snapshot m_snapshot;
    QString m_address; ///< as asked for
    Subject m_subject;
    QString m_section = QStringLiteral("overview");
    QString m_level;
    int m_wantedScroll = 0;
    bool m_isFilling = false;

    StatePanel *m_panel;
    QWidget *m_content;
    QVBoxLayout *m_top;
    QWidget *m_header = nullptr;
    QListView *m_list;
    CellModel *m_entries;
    QStackedWidget *m_stack;
    QHash<QString, QWidget *> m_built;
};

} // namespace meshscope
