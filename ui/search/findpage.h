#pragma once

#include "models/items/searchmodel.h"
#include "ui/widgets/page.h"

namespace meshscope {

class ElidedLabel;
class FacetList;
class LinkLabel;
class SearchField;
class StatePanel;
class TableView;

/// Find: results as one types, narrowed by kind, domain and endpoint. Arrows move in the results while typing stays in
/// the field. Options: q, kind, domain, endpoint, status, selected.
class FindPage final : public Page {
    Q_OBJECT
public:
    explicit FindPage(QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showState(const SearchIndex::Answer &answer);
    void updateFacets(const SearchIndex::Answer &answer);
    void openCurrent(bool newWindow);
    void moveBy(int rows);
    [[nodiscard]] SearchIndex::Filter filter() const;
    [[nodiscard]] SearchIndex::Answer answerOf(const QString &query) const;

    Snapshot m_snapshot;
    QString m_kind;
    QString m_domain; ///< address
    QString m_endpoint;
    QString m_status; ///< word; only products of that status
    QString m_selected;
    qsizetype m_limit;
    bool m_isSetting = false;
    SearchModel m_model;
    SearchField *m_field;
    FacetList *m_facets;
    TableView *m_table;
    StatePanel *m_panel;
    ElidedLabel *m_summary;
    LinkLabel *m_all;
};

} // namespace meshscope
