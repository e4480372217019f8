#pragma once

#include "models/formats/format.h"

/// One maker a dialect; format.cpp asks them in its order.
namespace meshscope {

[[nodiscard]] std::unique_ptr<Format> makeOdps();
[[nodiscard]] std::unique_ptr<Format> makeOdcs();
[[nodiscard]] std::unique_ptr<Format> makeDua();
[[nodiscard]] std::unique_ptr<Format> makeObservability();
[[nodiscard]] std::unique_ptr<Format> makeDataProductSpecification();
[[nodiscard]] std::unique_ptr<Format> makeDataContractSpecification();
[[nodiscard]] std::unique_ptr<Format> makeTeams();
[[nodiscard]] std::unique_ptr<Format> makeOpenDataProducts();
[[nodiscard]] std::unique_ptr<Format> makeDpds();
[[nodiscard]] std::unique_ptr<Format> makeDcat();
[[nodiscard]] std::unique_ptr<Format> makeDbtManifest();
[[nodiscard]] std::unique_ptr<Format> makeDbtCatalog();
[[nodiscard]] std::unique_ptr<Format> makeDbtRunResults();
[[nodiscard]] std::unique_ptr<Format> makeDbtSourceFreshness();
[[nodiscard]] std::unique_ptr<Format> makeOpenLineage();

} // namespace meshscope
