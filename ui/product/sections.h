#pragma once

#include "models/samples/sample.h"
#include "models/store/workspace.h"
#include "ui/product/subject.h"

namespace meshscope {

/// One entry of the list beside a page; the count is what its list holds.
struct SectionEntry {
    QString id;
    QString title;
    std::optional<qsizetype> count = {};
};
/// What a page about this subject is made of, in order; the overview first.
[[nodiscard]] QList<SectionEntry> sectionsOf(const Subject &subject);

/// What sections read from beside the snapshot.
struct SectionServices {
    Workspace &workspace;
    const SampleReader &samples;
    SectionHub &hub;
};
/// The section as a widget that fills the page; built when first shown.
[[nodiscard]] QWidget *makeSection(const QString &id, const Subject &subject, const SectionServices &services);

// -- overview.cpp
[[nodiscard]] QWidget *makeOverview(const Subject &subject, const SectionServices &services);
/// Tags, properties, other addresses, references that lead nowhere, facts on which endpoints disagree. Null when none.
[[nodiscard]] QWidget *makeDetails(const Subject &subject, SectionHub &hub);
// -- contractsection.cpp
[[nodiscard]] QWidget *makeContractSection(const Subject &subject, SectionHub &hub);
[[nodiscard]] QWidget *makeContractText(const Subject &subject, NodeId contract, SectionHub &hub);
[[nodiscard]] QWidget *makeUsageSection(const Subject &subject, SectionHub &hub);
// -- listsections.cpp
[[nodiscard]] QWidget *makePortsSection(const Subject &subject, SectionHub &hub);
[[nodiscard]] QWidget *makeLineageSection(const Subject &subject, SectionHub &hub);
[[nodiscard]] QWidget *makeConsumersSection(const Subject &subject, SectionHub &hub);
[[nodiscard]] QWidget *makeVersionsSection(const Subject &subject, SectionHub &hub);
[[nodiscard]] QWidget *makeProductsSection(const Subject &subject, SectionHub &hub);
// -- termssection.cpp
[[nodiscard]] QWidget *makeTermsSection(const Subject &subject, SectionHub &hub);

} // namespace meshscope
