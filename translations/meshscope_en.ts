<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>meshscope::AccessPage</name>
    <message numerus="yes">
        <source>%n signed events in this workspace, chain intact</source>
        <translation>
            <numerusform>%n signed event in this workspace, chain intact</numerusform>
            <numerusform>%n signed events in this workspace, chain intact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation>
            <numerusform>%n request sent</numerusform>
            <numerusform>%n requests sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Age</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Basket</name>
    <message numerus="yes">
        <source>Basket: %n ports</source>
        <translation>
            <numerusform>Basket: %n port</numerusform>
            <numerusform>Basket: %n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n requests</source>
        <translation>
            <numerusform>Send %n request</numerusform>
            <numerusform>Send %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::BudgetChart</name>
    <message numerus="yes">
        <source>Error budget left of %n domain(s)</source>
        <translation>
            <numerusform>Error budget left of %n domain</numerusform>
            <numerusform>Error budget left of %n domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ChangesSection</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breaking</source>
        <translation>
            <numerusform>%n breaking</numerusform>
            <numerusform>%n breaking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::CommandPalette</name>
    <message numerus="yes">
        <source>All %n result(s) in Find</source>
        <translation>
            <numerusform>The %n result in Find</numerusform>
            <numerusform>All %n results in Find</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::DayChart</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Dossier</name>
    <message numerus="yes">
        <source>%n signed events in this workspace, the chain is intact</source>
        <translation>
            <numerusform>%n signed event in this workspace, the chain is intact</numerusform>
            <numerusform>%n signed events in this workspace, the chain is intact</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointsPage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s)</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Facts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n output</numerusform>
            <numerusform>%n outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n domain(s)</source>
        <translation>
            <numerusform>in %n domain</numerusform>
            <numerusform>in %n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-domain(s)</source>
        <translation>
            <numerusform>%n sub-domain</numerusform>
            <numerusform>%n sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its own</source>
        <translation>
            <numerusform>%n of its own</numerusform>
            <numerusform>%n of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s)</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FilterBar</name>
    <message numerus="yes">
        <source>%n hidden by filters</source>
        <translation>
            <numerusform>%n hidden by filters</numerusform>
            <numerusform>%n hidden by filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 hides %n</source>
        <translation>
            <numerusform>%1: %2 hides %n</numerusform>
            <numerusform>%1: %2 hides %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FindPage</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FlowList</name>
    <message numerus="yes">
        <source>%n flows</source>
        <translation>
            <numerusform>%n flow</numerusform>
            <numerusform>%n flows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FlowMatrixModel</name>
    <message numerus="yes">
        <source>%n flows between products</source>
        <translation>
            <numerusform>%n flow between products</numerusform>
            <numerusform>%n flows between products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphPainter</name>
    <message numerus="yes">
        <source>%n more columns</source>
        <translation>
            <numerusform>%n more column</numerusform>
            <numerusform>%n more columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Search %n columns</source>
        <translation>
            <numerusform>Search %n column</numerusform>
            <numerusform>Search %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphSelection</name>
    <message numerus="yes">
        <source>%n picked</source>
        <translation>
            <numerusform>%n picked</numerusform>
            <numerusform>%n picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphTreeModel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edges</source>
        <translation>
            <numerusform>%n edge</numerusform>
            <numerusform>%n edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphView</name>
    <message numerus="yes">
        <source>%n more upstream</source>
        <translation>
            <numerusform>%n more upstream</numerusform>
            <numerusform>%n more upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more downstream</source>
        <translation>
            <numerusform>%n more downstream</numerusform>
            <numerusform>%n more downstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more upstream of %1</source>
        <translation>
            <numerusform>Show %n more upstream of %1</numerusform>
            <numerusform>Show %n more upstream of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more downstream of %1</source>
        <translation>
            <numerusform>Show %n more downstream of %1</numerusform>
            <numerusform>Show %n more downstream of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards picked; Ctrl+C copies them, Esc lets them go</source>
        <translation>
            <numerusform>%n card picked; Ctrl+C copies it, Esc lets it go</numerusform>
            <numerusform>%n cards picked; Ctrl+C copies them, Esc lets them go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards copied</source>
        <translation>
            <numerusform>%n card copied</numerusform>
            <numerusform>%n cards copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edges</source>
        <translation>
            <numerusform>%n edge</numerusform>
            <numerusform>%n edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards; arrows walk along edges, Enter opens, Space expands, T shows a tree</source>
        <translation>
            <numerusform>%n card; arrows walk along edges, Enter opens, Space expands, T shows a tree</numerusform>
            <numerusform>%n cards; arrows walk along edges, Enter opens, Space expands, T shows a tree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HealthLists</name>
    <message numerus="yes">
        <source>%1, %n step(s) upstream</source>
        <translation>
            <numerusform>%1, %n step upstream</numerusform>
            <numerusform>%1, %n steps upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HealthPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service level(s)</source>
        <translation>
            <numerusform>%n service level</numerusform>
            <numerusform>%n service levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Period: %n day(s)</source>
        <translation>
            <numerusform>Period: %n day</numerusform>
            <numerusform>Period: %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s), each counted once</source>
        <translation>
            <numerusform>%n level, each counted once</numerusform>
            <numerusform>%n levels, each counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more domain(s) in the table</source>
        <translation>
            <numerusform>%n more domain in the table</numerusform>
            <numerusform>%n more domains in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, %n in the table only</source>
        <translation>
            <numerusform>least left of each domain, %n in the table only</numerusform>
            <numerusform>least left of each domain, %n in the table only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, window of %n day(s)</source>
        <translation>
            <numerusform>least left of each domain, window of %n day</numerusform>
            <numerusform>least left of each domain, window of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more product(s)</source>
        <translation>
            <numerusform>%n more product</numerusform>
            <numerusform>%n more products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HeldList</name>
    <message numerus="yes">
        <source>%n shown here</source>
        <translation>
            <numerusform>%n shown here</numerusform>
            <numerusform>%n shown here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edges</source>
        <translation>
            <numerusform>%n edge</numerusform>
            <numerusform>%n edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ImpactList</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datasets</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n steps</source>
        <translation>
            <numerusform>within %n step</numerusform>
            <numerusform>within %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Inspector</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::IssuesPage</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LevelsPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LineagePage</name>
    <message numerus="yes">
        <source>%n datasets</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n cycles (dashed back)</source>
        <translation>
            <numerusform>, %n cycle (dashed back)</numerusform>
            <numerusform>, %n cycles (dashed back)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns upstream</source>
        <translation>
            <numerusform>%n column upstream</numerusform>
            <numerusform>%n columns upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n downstream</source>
        <translation>
            <numerusform>%n downstream</numerusform>
            <numerusform>%n downstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards copied</source>
        <translation>
            <numerusform>%n card copied</numerusform>
            <numerusform>%n cards copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, in %n collapsed cards</source>
        <translation>
            <numerusform>, in %n collapsed card</numerusform>
            <numerusform>, in %n collapsed cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LineageScene</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %n datasets</source>
        <translation>
            <numerusform>Holds %n dataset</numerusform>
            <numerusform>Holds %n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %n products</source>
        <translation>
            <numerusform>Holds %n product</numerusform>
            <numerusform>Holds %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %n products and datasets</source>
        <translation>
            <numerusform>Holds %n product or dataset</numerusform>
            <numerusform>Holds %n products and datasets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapLegend</name>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>%n met</numerusform>
            <numerusform>%n met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation>
            <numerusform>%n at risk</numerusform>
            <numerusform>%n at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breached</source>
        <translation>
            <numerusform>%n breached</numerusform>
            <numerusform>%n breached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a promise</source>
        <translation>
            <numerusform>%n without a promise</numerusform>
            <numerusform>%n without a promise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flows, each line as wide as the logarithm of its count</source>
        <translation>
            <numerusform>%n flow, its line as wide as the logarithm of its count</numerusform>
            <numerusform>%n flows, each line as wide as the logarithm of its count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more inside the boxes</source>
        <translation>
            <numerusform>%n more inside the boxes</numerusform>
            <numerusform>%n more inside the boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapPage</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n domains</source>
        <translation>
            <numerusform>in %n domain</numerusform>
            <numerusform>in %n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sub-domains</source>
        <translation>
            <numerusform>%n sub-domain</numerusform>
            <numerusform>%n sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cards copied</source>
        <translation>
            <numerusform>%n card copied</numerusform>
            <numerusform>%n cards copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapScene</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n consumers</source>
        <translation>
            <numerusform>%n consumer</numerusform>
            <numerusform>%n consumers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datasets</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own products</source>
        <translation>
            <numerusform>%n own product</numerusform>
            <numerusform>%n own products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products in sub-domains</source>
        <translation>
            <numerusform>%n product in sub-domains</numerusform>
            <numerusform>%n products in sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flows between products; click for the list</source>
        <translation>
            <numerusform>%n flow between products; click for the list</numerusform>
            <numerusform>%n flows between products; click for the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breached levels</source>
        <translation>
            <numerusform>%n breached level</numerusform>
            <numerusform>%n breached levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products have none</source>
        <translation>
            <numerusform>%n product has none</numerusform>
            <numerusform>%n products have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relations; click for the list</source>
        <translation>
            <numerusform>%n relation; click for the list</numerusform>
            <numerusform>%n relations; click for the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::OpenLineage</name>
    <message numerus="yes">
        <source>%n event(s) have no readable eventTime and are taken as the oldest: give them one.</source>
        <translation>
            <numerusform>%n event has no readable eventTime and is taken as the oldest: give it one.</numerusform>
            <numerusform>%n events have no readable eventTime and are taken as the oldest: give them one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PathFold</name>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PathsPanel</name>
    <message numerus="yes">
        <source>%n paths</source>
        <translation>
            <numerusform>%n path</numerusform>
            <numerusform>%n paths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cycles count as one step each</source>
        <translation>
            <numerusform>%n cycle counts as one step</numerusform>
            <numerusform>%n cycles count as one step each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n digits)</source>
        <translation>
            <numerusform>%1… (%n digit)</numerusform>
            <numerusform>%1… (%n digits)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ProductHeader</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreement(s)</source>
        <translation>
            <numerusform>%n agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Report</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::RequestDetail</name>
    <message numerus="yes">
        <source>%1, of them %n personal or confidential</source>
        <translation>
            <numerusform>%1, of them %n personal or confidential</numerusform>
            <numerusform>%1, of them %n personal or confidential</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::RequestModel</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SamplePanel</name>
    <message numerus="yes">
        <source>%n column(s) masked by the contract</source>
        <translation>
            <numerusform>%n column masked by the contract</numerusform>
            <numerusform>%n columns masked by the contract</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Scene</name>
    <message numerus="yes">
        <source>%1 → %2: %n edges</source>
        <translation>
            <numerusform>%1 → %2: %n edge</numerusform>
            <numerusform>%1 → %2: %n edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SchemaSection</name>
    <message numerus="yes">
        <source>%1 of %n dataset(s)</source>
        <translation>
            <numerusform>%1 of %n dataset</numerusform>
            <numerusform>%1 of %n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s) have no columns in any document.</source>
        <translation>
            <numerusform>%n dataset has no columns in any document.</numerusform>
            <numerusform>%n datasets have no columns in any document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SideColumn</name>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>feeds %n more</source>
        <translation>
            <numerusform>feeds %n more</numerusform>
            <numerusform>feeds %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::StatusLine</name>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::cli</name>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n contract</numerusform>
            <numerusform>%n contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s)</source>
        <translation>
            <numerusform>%n dataset</numerusform>
            <numerusform>%n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lineage edge(s)</source>
        <translation>
            <numerusform>%n lineage edge</numerusform>
            <numerusform>%n lineage edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column edge(s)</source>
        <translation>
            <numerusform>%n column edge</numerusform>
            <numerusform>%n column edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n measurement</numerusform>
            <numerusform>%n measurements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::exportpicture</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
</TS>
