#pragma once

#include "models/mesh/records.h"

#include <tuple>

/// Which members of a record are kept, in the order of their bytes: one table a type serves writing and reading. A new field
/// goes at the end of its table, so that older bytes give it its default. What is not listed stands in a column of its own
/// (id, source, the key of a group) or is known from the kind of the row.
namespace meshscope::recordfields {

template<class T>
struct Fields;

template<>
struct Fields<Property> {
    static constexpr auto all = std::tuple(&Property::name, &Property::value);
};

template<>
struct Fields<PartyRole> {
    static constexpr auto all = std::tuple(&PartyRole::party, &PartyRole::name, &PartyRole::role, &PartyRole::contact);
};

template<>
struct Fields<Server> {
    static constexpr auto all =
        std::tuple(&Server::name, &Server::type, &Server::environment, &Server::description, &Server::settings);
};

template<>
struct Fields<ContractRole> {
    static constexpr auto all =
        std::tuple(&ContractRole::name, &ContractRole::access, &ContractRole::description, &ContractRole::approvers);
};

template<>
struct Fields<RequestEvent> {
    static constexpr auto all =
        std::tuple(&RequestEvent::at, &RequestEvent::by, &RequestEvent::what, &RequestEvent::note, &RequestEvent::source);
};

/// Of every Entity.
inline constexpr auto common =
    std::tuple(&Entity::name, &Entity::description, &Entity::domain, &Entity::lifecycle, &Entity::certification,
               &Entity::tags, &Entity::terms, &Entity::owners, &Entity::properties);

template<>
struct Fields<Domain> {
    static constexpr auto all = common;
};

template<>
struct Fields<DataProduct> {
    static constexpr auto all = std::tuple_cat(
        common, std::tuple(&DataProduct::alignment, &DataProduct::isVirtual, &DataProduct::isAnalytical,
                           &DataProduct::kindText, &DataProduct::version, &DataProduct::purpose, &DataProduct::limitations,
                           &DataProduct::usage, &DataProduct::support, &DataProduct::price, &DataProduct::termsOfUse));
};

template<>
struct Fields<Port> {
    static constexpr auto all =
        std::tuple_cat(common, std::tuple(&Port::product, &Port::output, &Port::version, &Port::type, &Port::contract,
                                          &Port::datasets, &Port::inputContracts, &Port::server));
};

template<>
struct Fields<Contract> {
    static constexpr auto all = std::tuple_cat(
        common, std::tuple(&Contract::standard, &Contract::standardVersion, &Contract::version, &Contract::product,
                           &Contract::purpose, &Contract::limitations, &Contract::usage, &Contract::price,
                           &Contract::termsOfUse, &Contract::servers, &Contract::roles, &Contract::support));
};

template<>
struct Fields<Dataset> {
    static constexpr auto all = std::tuple_cat(
        common, std::tuple(&Dataset::ns, &Dataset::type, &Dataset::platform, &Dataset::contract, &Dataset::product,
                           &Dataset::aliases, &Dataset::rowCount, &Dataset::byteCount, &Dataset::dropped));
};

template<>
struct Fields<Column> {
    static constexpr auto all =
        std::tuple(&Column::path, &Column::ordinal, &Column::logicalType, &Column::physicalType, &Column::nullable,
                   &Column::primaryKey, &Column::unique, &Column::partition, &Column::critical, &Column::description,
                   &Column::classification, &Column::tags, &Column::terms, &Column::properties);
};

template<>
struct Fields<Job> {
    static constexpr auto all =
        std::tuple_cat(common, std::tuple(&Job::ns, &Job::type, &Job::parent, &Job::integration, &Job::sql, &Job::lastRunAt,
                                          &Job::lastRunState, &Job::lastRunId));
};

template<>
struct Fields<Term> {
    static constexpr auto all = std::tuple_cat(common, std::tuple(&Term::url));
};

template<>
struct Fields<Party> {
    static constexpr auto all = std::tuple_cat(common, std::tuple(&Party::isTeam, &Party::email, &Party::members));
};

template<>
struct Fields<ServiceLevel> {
    static constexpr auto all =
        std::tuple(&ServiceLevel::ownerKind, &ServiceLevel::owner, &ServiceLevel::property, &ServiceLevel::element,
                   &ServiceLevel::value, &ServiceLevel::valueTo, &ServiceLevel::unit, &ServiceLevel::comparison,
                   &ServiceLevel::description, &ServiceLevel::driver, &ServiceLevel::schedule);
};

template<>
struct Fields<QualityRule> {
    static constexpr auto all = std::tuple(
        &QualityRule::id, &QualityRule::dataset, &QualityRule::contract, &QualityRule::column, &QualityRule::name,
        &QualityRule::type, &QualityRule::dimension, &QualityRule::text, &QualityRule::expression, &QualityRule::severity);
};

template<>
struct Fields<LineageEdge> {
    static constexpr auto all = std::tuple(&LineageEdge::from, &LineageEdge::job);
};

template<>
struct Fields<ColumnEdge> {
    static constexpr auto all =
        std::tuple(&ColumnEdge::fromColumn, &ColumnEdge::toColumn, &ColumnEdge::job, &ColumnEdge::transform);
};

template<>
struct Fields<ProductFlow> {
    static constexpr auto all = std::tuple(&ProductFlow::from, &ProductFlow::by, &ProductFlow::via);
};

template<>
struct Fields<Agreement> {
    static constexpr auto all = std::tuple_cat(
        common, std::tuple(&Agreement::product, &Agreement::port, &Agreement::contract, &Agreement::providerTeam,
                           &Agreement::consumerTeam, &Agreement::consumerUser, &Agreement::consumerProduct,
                           &Agreement::purpose, &Agreement::status, &Agreement::active, &Agreement::from, &Agreement::until,
                           &Agreement::columns, &Agreement::requestedBy, &Agreement::requestedFor, &Agreement::replaces,
                           &Agreement::decision, &Agreement::events));
};

template<>
struct Fields<Issue::Place> {
    static constexpr auto all =
        std::tuple(&Issue::Place::file, &Issue::Place::line, &Issue::Place::column, &Issue::Place::url);
};

template<>
struct Fields<Issue> {
    static constexpr auto all = std::tuple(&Issue::severity, &Issue::where, &Issue::text);
};

template<class T>
concept Record = requires
{
    Fields<T>::all;
};

/// Calls `what` with each kept member of a record.
template<class Value, class What>
void forEach(Value &record, const What &what)
{
    std::apply([&](const auto... member) { (what(record.*member), ...); }, Fields<std::remove_const_t<Value>>::all);
}

} // namespace meshscope::recordfields
