<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>meshscope::AccessPage</name>
    <message numerus="yes">
        <source>%Ln signed events in this workspace, chain intact</source>
        <translation>
            <numerusform>%Ln signed event in this workspace, chain intact</numerusform>
            <numerusform>%Ln signed events in this workspace, chain intact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests sent</source>
        <translation>
            <numerusform>%Ln request sent</numerusform>
            <numerusform>%Ln requests sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests kept in the outbox</source>
        <translation>
            <numerusform>%Ln request kept in the outbox</numerusform>
            <numerusform>%Ln requests kept in the outbox</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Age</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln min</numerusform>
            <numerusform>in %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln h</numerusform>
            <numerusform>in %Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Basket</name>
    <message numerus="yes">
        <source>Basket: %Ln ports</source>
        <translation>
            <numerusform>Basket: %Ln port</numerusform>
            <numerusform>Basket: %Ln ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln requests</source>
        <translation>
            <numerusform>Send %Ln request</numerusform>
            <numerusform>Send %Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::BudgetChart</name>
    <message numerus="yes">
        <source>Error budget left of %Ln domain(s)</source>
        <translation>
            <numerusform>Error budget left of %Ln domain</numerusform>
            <numerusform>Error budget left of %Ln domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ChangesSection</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breaking</source>
        <translation>
            <numerusform>%Ln breaking</numerusform>
            <numerusform>%Ln breaking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Ckan</name>
    <message numerus="yes">
        <source>%Ln on a first page</source>
        <translation>
            <numerusform>%Ln on a first page</numerusform>
            <numerusform>%Ln on a first page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::CommandPalette</name>
    <message numerus="yes">
        <source>All %Ln result(s) in Find</source>
        <translation>
            <numerusform>The %Ln result in Find</numerusform>
            <numerusform>All %Ln results in Find</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ConnectionPanel</name>
    <message numerus="yes">
        <source>%1 of %Ln check(s) in order, %2</source>
        <translation>
            <numerusform>%1 of %Ln check in order, %2</numerusform>
            <numerusform>%1 of %Ln checks in order, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::DataHub</name>
    <message numerus="yes">
        <source>The server leaves %Ln neighbour(s) out of its lineage: things it was never told of, or hides.</source>
        <translation>
            <numerusform>The server leaves %Ln neighbour out of its lineage: a thing it was never told of, or hides.</numerusform>
            <numerusform>The server leaves %Ln neighbours out of its lineage: things it was never told of, or hides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) were read again, as the server&apos;s feeds of changes say.</source>
        <translation>
            <numerusform>%Ln thing was read again, as the server&apos;s feeds of changes say.</numerusform>
            <numerusform>%Ln things were read again, as the server&apos;s feeds of changes say.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::DataZone</name>
    <message numerus="yes">
        <source>Of the lineage events only the newest %Ln were read.</source>
        <translation>
            <numerusform>Of the lineage events only the newest was read.</numerusform>
            <numerusform>Of the lineage events only the newest %Ln were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s) of the lineage may not be seen: what goes through them is not shown.</source>
        <translation>
            <numerusform>%Ln node of the lineage may not be seen: what goes through it is not shown.</numerusform>
            <numerusform>%Ln nodes of the lineage may not be seen: what goes through them is not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::DayChart</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::DcatEndpoint</name>
    <message numerus="yes">
        <source>%Ln dataset(s) on the first page</source>
        <translation>
            <numerusform>%Ln dataset on the first page</numerusform>
            <numerusform>%Ln datasets on the first page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Dossier</name>
    <message numerus="yes">
        <source>%Ln signed events in this workspace, the chain is intact</source>
        <translation>
            <numerusform>%Ln signed event in this workspace, the chain is intact</numerusform>
            <numerusform>%Ln signed events in this workspace, the chain is intact</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointView</name>
    <message numerus="yes">
        <source>could not be read %Ln time(s) in a row, tried again %1</source>
        <translation>
            <numerusform>could not be read %Ln time in a row, tried again %1</numerusform>
            <numerusform>could not be read %Ln times in a row, tried again %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointsPage</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln contract</numerusform>
            <numerusform>%Ln contracts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Facts</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln input(s)</source>
        <translation>
            <numerusform>%Ln input</numerusform>
            <numerusform>%Ln inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s)</source>
        <translation>
            <numerusform>%Ln output</numerusform>
            <numerusform>%Ln outputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln contract</numerusform>
            <numerusform>%Ln contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln domain(s)</source>
        <translation>
            <numerusform>in %Ln domain</numerusform>
            <numerusform>in %Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-domain(s)</source>
        <translation>
            <numerusform>%Ln sub-domain</numerusform>
            <numerusform>%Ln sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its own</source>
        <translation>
            <numerusform>%Ln of its own</numerusform>
            <numerusform>%Ln of its own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln endpoint(s)</source>
        <translation>
            <numerusform>%Ln endpoint</numerusform>
            <numerusform>%Ln endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FilterBar</name>
    <message numerus="yes">
        <source>%Ln hidden by filters</source>
        <translation>
            <numerusform>%Ln hidden by filters</numerusform>
            <numerusform>%Ln hidden by filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 hides %Ln</source>
        <translation>
            <numerusform>%1: %2 hides %Ln</numerusform>
            <numerusform>%1: %2 hides %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FindPage</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FlowList</name>
    <message numerus="yes">
        <source>%Ln flows</source>
        <translation>
            <numerusform>%Ln flow</numerusform>
            <numerusform>%Ln flows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations</source>
        <translation>
            <numerusform>%Ln relation</numerusform>
            <numerusform>%Ln relations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::FlowMatrixModel</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows</source>
        <translation>
            <numerusform>%Ln flow</numerusform>
            <numerusform>%Ln flows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln dataset of no product</numerusform>
            <numerusform>%Ln datasets of no product</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphPainter</name>
    <message numerus="yes">
        <source>%Ln more columns</source>
        <translation>
            <numerusform>%Ln more column</numerusform>
            <numerusform>%Ln more columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln columns</source>
        <translation>
            <numerusform>Search %Ln column</numerusform>
            <numerusform>Search %Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphSelection</name>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation>
            <numerusform>%Ln picked</numerusform>
            <numerusform>%Ln picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards copied</source>
        <translation>
            <numerusform>%Ln card copied</numerusform>
            <numerusform>%Ln cards copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphTreeModel</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphView</name>
    <message numerus="yes">
        <source>%Ln more upstream</source>
        <translation>
            <numerusform>%Ln more upstream</numerusform>
            <numerusform>%Ln more upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more downstream</source>
        <translation>
            <numerusform>%Ln more downstream</numerusform>
            <numerusform>%Ln more downstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more upstream of %1</source>
        <translation>
            <numerusform>Show %Ln more upstream of %1</numerusform>
            <numerusform>Show %Ln more upstream of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more downstream of %1</source>
        <translation>
            <numerusform>Show %Ln more downstream of %1</numerusform>
            <numerusform>Show %Ln more downstream of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards picked; Ctrl+C copies them, Esc lets them go</source>
        <translation>
            <numerusform>%Ln card picked; Ctrl+C copies it, Esc lets it go</numerusform>
            <numerusform>%Ln cards picked; Ctrl+C copies them, Esc lets them go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards copied</source>
        <translation>
            <numerusform>%Ln card copied</numerusform>
            <numerusform>%Ln cards copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards; arrows walk along edges, Enter opens, Space expands, T shows a tree</source>
        <translation>
            <numerusform>%Ln card; arrows walk along edges, Enter opens, Space expands, T shows a tree</numerusform>
            <numerusform>%Ln cards; arrows walk along edges, Enter opens, Space expands, T shows a tree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HealthLists</name>
    <message numerus="yes">
        <source>%1, %Ln step(s) upstream</source>
        <translation>
            <numerusform>%1, %Ln step upstream</numerusform>
            <numerusform>%1, %Ln steps upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s)</source>
        <translation>
            <numerusform>%Ln level</numerusform>
            <numerusform>%Ln levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HealthPage</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service level(s)</source>
        <translation>
            <numerusform>%Ln service level</numerusform>
            <numerusform>%Ln service levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Period: %Ln day(s)</source>
        <translation>
            <numerusform>Period: %Ln day</numerusform>
            <numerusform>Period: %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s), each counted once</source>
        <translation>
            <numerusform>%Ln level, each counted once</numerusform>
            <numerusform>%Ln levels, each counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more domain(s) in the table</source>
        <translation>
            <numerusform>%Ln more domain in the table</numerusform>
            <numerusform>%Ln more domains in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, %Ln in the table only</source>
        <translation>
            <numerusform>least left of each domain, %Ln in the table only</numerusform>
            <numerusform>least left of each domain, %Ln in the table only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, window of %Ln day(s)</source>
        <translation>
            <numerusform>least left of each domain, window of %Ln day</numerusform>
            <numerusform>least left of each domain, window of %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more product(s)</source>
        <translation>
            <numerusform>%Ln more product</numerusform>
            <numerusform>%Ln more products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::HeldList</name>
    <message numerus="yes">
        <source>%Ln shown here</source>
        <translation>
            <numerusform>%Ln shown here</numerusform>
            <numerusform>%Ln shown here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ImpactList</name>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %Ln steps</source>
        <translation>
            <numerusform>within %Ln step</numerusform>
            <numerusform>within %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Inspector</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::IssuesPage</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::KeptRows</name>
    <message numerus="yes">
        <source>%Ln row(s) with other numbers of values than there are columns are left out.</source>
        <translation>
            <numerusform>%Ln row with another number of values than there are columns is left out.</numerusform>
            <numerusform>%Ln rows with other numbers of values than there are columns are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LevelsPanel</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln check</numerusform>
            <numerusform>%Ln checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LineagePage</name>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %Ln cycles (dashed back)</source>
        <translation>
            <numerusform>, %Ln cycle (dashed back)</numerusform>
            <numerusform>, %Ln cycles (dashed back)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns upstream</source>
        <translation>
            <numerusform>%Ln column upstream</numerusform>
            <numerusform>%Ln columns upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downstream</source>
        <translation>
            <numerusform>%Ln downstream</numerusform>
            <numerusform>%Ln downstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, in %Ln collapsed cards</source>
        <translation>
            <numerusform>, in %Ln collapsed card</numerusform>
            <numerusform>, in %Ln collapsed cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LineageScene</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln datasets</source>
        <translation>
            <numerusform>Holds %Ln dataset</numerusform>
            <numerusform>Holds %Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln products</source>
        <translation>
            <numerusform>Holds %Ln product</numerusform>
            <numerusform>Holds %Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln products and datasets</source>
        <translation>
            <numerusform>Holds %Ln product or dataset</numerusform>
            <numerusform>Holds %Ln products and datasets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapLegend</name>
    <message numerus="yes">
        <source>%Ln met</source>
        <translation>
            <numerusform>%Ln met</numerusform>
            <numerusform>%Ln met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at risk</source>
        <translation>
            <numerusform>%Ln at risk</numerusform>
            <numerusform>%Ln at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breached</source>
        <translation>
            <numerusform>%Ln breached</numerusform>
            <numerusform>%Ln breached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a promise</source>
        <translation>
            <numerusform>%Ln without a promise</numerusform>
            <numerusform>%Ln without a promise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows, each line as wide as the logarithm of its count</source>
        <translation>
            <numerusform>%Ln flow, its line as wide as the logarithm of its count</numerusform>
            <numerusform>%Ln flows, each line as wide as the logarithm of its count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more inside the boxes</source>
        <translation>
            <numerusform>%Ln more inside the boxes</numerusform>
            <numerusform>%Ln more inside the boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapPage</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln domains</source>
        <translation>
            <numerusform>in %Ln domain</numerusform>
            <numerusform>in %Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-domains</source>
        <translation>
            <numerusform>%Ln sub-domain</numerusform>
            <numerusform>%Ln sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln dataset of no product</numerusform>
            <numerusform>%Ln datasets of no product</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MapScene</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln consumers</source>
        <translation>
            <numerusform>%Ln consumer</numerusform>
            <numerusform>%Ln consumers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln dataset</numerusform>
            <numerusform>%Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln levels</source>
        <translation>
            <numerusform>%Ln level</numerusform>
            <numerusform>%Ln levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own products</source>
        <translation>
            <numerusform>%Ln own product</numerusform>
            <numerusform>%Ln own products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products in sub-domains</source>
        <translation>
            <numerusform>%Ln product in sub-domains</numerusform>
            <numerusform>%Ln products in sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows between products; click for the list</source>
        <translation>
            <numerusform>%Ln flow between products; click for the list</numerusform>
            <numerusform>%Ln flows between products; click for the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breached levels</source>
        <translation>
            <numerusform>%Ln breached level</numerusform>
            <numerusform>%Ln breached levels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have none</source>
        <translation>
            <numerusform>%Ln product has none</numerusform>
            <numerusform>%Ln products have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations; click for the list</source>
        <translation>
            <numerusform>%Ln relation; click for the list</numerusform>
            <numerusform>%Ln relations; click for the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln dataset of no product</numerusform>
            <numerusform>%Ln datasets of no product</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows between products</source>
        <translation>
            <numerusform>%Ln flow between products</numerusform>
            <numerusform>%Ln flows between products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows from or to datasets of no product; click for the list</source>
        <translation>
            <numerusform>%Ln flow from or to datasets of no product; click for the list</numerusform>
            <numerusform>%Ln flows from or to datasets of no product; click for the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product have none</source>
        <translation>
            <numerusform>%Ln dataset of no product has none</numerusform>
            <numerusform>%Ln datasets of no product have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own datasets of no product</source>
        <translation>
            <numerusform>%Ln own dataset of no product</numerusform>
            <numerusform>%Ln own datasets of no product</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product in sub-domains</source>
        <translation>
            <numerusform>%Ln dataset of no product in sub-domains</numerusform>
            <numerusform>%Ln datasets of no product in sub-domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no domain are not shown</source>
        <translation>
            <numerusform>%Ln dataset of no domain is not shown</numerusform>
            <numerusform>%Ln datasets of no domain are not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Marquez</name>
    <message numerus="yes">
        <source>The server hides %Ln namespace(s) from its own pages: %1. They were read all the same.</source>
        <translation>
            <numerusform>The server hides %Ln namespace from its own pages: %1. It was read all the same.</numerusform>
            <numerusform>The server hides %Ln namespaces from its own pages: %1. They were read all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::MatchesPage</name>
    <message numerus="yes">
        <source>%Ln match(es) chosen</source>
        <translation>
            <numerusform>%Ln match chosen</numerusform>
            <numerusform>%Ln matches chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) confirmed</source>
        <translation>
            <numerusform>%Ln match confirmed</numerusform>
            <numerusform>%Ln matches confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) refused</source>
        <translation>
            <numerusform>%Ln match refused</numerusform>
            <numerusform>%Ln matches refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) taken back</source>
        <translation>
            <numerusform>%Ln decision taken back</numerusform>
            <numerusform>%Ln decisions taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::OpenLineage</name>
    <message numerus="yes">
        <source>%Ln event(s) have no readable eventTime and are taken as the oldest: give them one.</source>
        <translation>
            <numerusform>%Ln event has no readable eventTime and is taken as the oldest: give it one.</numerusform>
            <numerusform>%Ln events have no readable eventTime and are taken as the oldest: give them one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::OpenMetadata</name>
    <message numerus="yes">
        <source>%Ln of them</source>
        <translation>
            <numerusform>%Ln of them</numerusform>
            <numerusform>%Ln of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Paged</name>
    <message numerus="yes">
        <source>Nor could %Ln more of the %1.</source>
        <translation>
            <numerusform>Nor could %Ln more of the %1.</numerusform>
            <numerusform>Nor could %Ln more of the %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So %Ln more of the %1 were not asked for.</source>
        <translation>
            <numerusform>So %Ln more of the %1 was not asked for.</numerusform>
            <numerusform>So %Ln more of the %1 were not asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 are listed, and not there when asked for (404).</source>
        <translation>
            <numerusform>%Ln of the %1 is listed, and not there when asked for (404).</numerusform>
            <numerusform>%Ln of the %1 are listed, and not there when asked for (404).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 went away while they were read.</source>
        <translation>
            <numerusform>%Ln of the %1 went away while they were read.</numerusform>
            <numerusform>%Ln of the %1 went away while they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server fails (500) over %Ln of the %1.</source>
        <translation>
            <numerusform>The server fails (500) over %Ln of the %1.</numerusform>
            <numerusform>The server fails (500) over %Ln of the %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %1 changed each of the %Ln times it was read. What was found is kept: sync again when there is less going on.</source>
        <translation>
            <numerusform>The list of %1 changed while it was read. What was found is kept: sync again when there is less going on.</numerusform>
            <numerusform>The list of %1 changed each of the %Ln times it was read. What was found is kept: sync again when there is less going on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server lists %Ln of the %1 more than once.</source>
        <translation>
            <numerusform>The server lists %Ln of the %1 more than once.</numerusform>
            <numerusform>The server lists %Ln of the %1 more than once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server counts %Ln more of the %1 than it lists: hidden or deleted ones.</source>
        <translation>
            <numerusform>The server counts %Ln more of the %1 than it lists: a hidden or deleted one.</numerusform>
            <numerusform>The server counts %Ln more of the %1 than it lists: hidden or deleted ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %Ln of the %2 as nothing.</source>
        <translation>
            <numerusform>%1 lists %Ln of the %2 as nothing.</numerusform>
            <numerusform>%1 lists %Ln of the %2 as nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not all %1 and %Ln more could be read. %2</source>
        <translation>
            <numerusform>Not all %1 and %Ln more could be read. %2</numerusform>
            <numerusform>Not all %1 and %Ln more could be read. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent %Ln of the %2 damaged: what was known of them stays. The first is %3.</source>
        <translation>
            <numerusform>%1 sent %Ln of the %2 damaged: what was known of it stays. It is %3.</numerusform>
            <numerusform>%1 sent %Ln of the %2 damaged: what was known of them stays. The first is %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 counts %Ln more of the %2 than it lists. What was known of them stays. Sync again; if it stays so, ask who runs the catalog what this login may not see.</source>
        <translation>
            <numerusform>%1 counts %Ln more of the %2 than it lists. What was known of it stays. Sync again; if it stays so, ask who runs the catalog what this login may not see.</numerusform>
            <numerusform>%1 counts %Ln more of the %2 than it lists. What was known of them stays. Sync again; if it stays so, ask who runs the catalog what this login may not see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sends %Ln of the %2 in another form than this program knows, the same twice now: they are read without it. The first is %3.</source>
        <translation>
            <numerusform>%1 sends %Ln of the %2 in another form than this program knows, the same twice now: it is read without that. It is %3.</numerusform>
            <numerusform>%1 sends %Ln of the %2 in another form than this program knows, the same twice now: they are read without it. The first is %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PathFold</name>
    <message numerus="yes">
        <source>%Ln more step(s)</source>
        <translation>
            <numerusform>%Ln more step</numerusform>
            <numerusform>%Ln more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PathsPanel</name>
    <message numerus="yes">
        <source>%Ln paths</source>
        <translation>
            <numerusform>%Ln path</numerusform>
            <numerusform>%Ln paths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cycles count as one step each</source>
        <translation>
            <numerusform>%Ln cycle counts as one step</numerusform>
            <numerusform>%Ln cycles count as one step each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1… (%Ln digits)</source>
        <translation>
            <numerusform>%1… (%Ln digit)</numerusform>
            <numerusform>%1… (%Ln digits)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PostgreSql</name>
    <message numerus="yes">
        <source>“%1” may not read %n tables of schema “%2”: they are known, but not their rows. The permission that is missing: SELECT on the tables.</source>
        <translation>
            <numerusform>“%1” may not read %n table of schema “%2”: it is known, but not its rows. The permission that is missing: SELECT on the table.</numerusform>
            <numerusform>“%1” may not read %n tables of schema “%2”: they are known, but not their rows. The permission that is missing: SELECT on the tables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables and views</source>
        <translation>
            <numerusform>%n table or view</numerusform>
            <numerusform>%n tables and views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 within %n seconds. Check the address, and whether a VPN is needed.</source>
        <translation>
            <numerusform>No connection to %1 within %n second. Check the address, and whether a VPN is needed.</numerusform>
            <numerusform>No connection to %1 within %n seconds. Check the address, and whether a VPN is needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent nothing for %n seconds. Try again later.</source>
        <translation>
            <numerusform>%1 sent nothing for %n second. Try again later.</numerusform>
            <numerusform>%1 sent nothing for %n seconds. Try again later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Endpoint “%1”: %Ln of the tables of schema “%2” did not come. What was known of them stays. Sync again.</source>
        <translation>
            <numerusform>Endpoint “%1”: %Ln of the tables of schema “%2” did not come. What was known of it stays. Sync again.</numerusform>
            <numerusform>Endpoint “%1”: %Ln of the tables of schema “%2” did not come. What was known of them stays. Sync again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ProductHeader</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agreement(s)</source>
        <translation>
            <numerusform>%Ln agreement</numerusform>
            <numerusform>%Ln agreements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::ProgressPanel</name>
    <message numerus="yes">
        <source>about %Ln s left</source>
        <translation>
            <numerusform>about %Ln s left</numerusform>
            <numerusform>about %Ln s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln min left</source>
        <translation>
            <numerusform>about %Ln min left</numerusform>
            <numerusform>about %Ln min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln h left</source>
        <translation>
            <numerusform>about %Ln h left</numerusform>
            <numerusform>about %Ln h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Report</name>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::RequestDetail</name>
    <message numerus="yes">
        <source>%1, of them %Ln personal or confidential</source>
        <translation>
            <numerusform>%1, of them %Ln personal or confidential</numerusform>
            <numerusform>%1, of them %Ln personal or confidential</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::RequestModel</name>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SamplePanel</name>
    <message numerus="yes">
        <source>the first %Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>the first %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) masked as personal</source>
        <translation>
            <numerusform>%Ln column masked as personal</numerusform>
            <numerusform>%Ln columns masked as personal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Scene</name>
    <message numerus="yes">
        <source>%1 → %2: %Ln edges</source>
        <translation>
            <numerusform>%1 → %2: %Ln edge</numerusform>
            <numerusform>%1 → %2: %Ln edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SchemaSection</name>
    <message numerus="yes">
        <source>%1 of %Ln dataset(s)</source>
        <translation>
            <numerusform>%1 of %Ln dataset</numerusform>
            <numerusform>%1 of %Ln datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s) have no columns in any document.</source>
        <translation>
            <numerusform>%Ln dataset has no columns in any document.</numerusform>
            <numerusform>%Ln datasets have no columns in any document.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SideColumn</name>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln contract</numerusform>
            <numerusform>%Ln contracts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>feeds %Ln more</source>
        <translation>
            <numerusform>feeds %Ln more</numerusform>
            <numerusform>feeds %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::StatusLine</name>
    <message numerus="yes">
        <source>%Ln endpoint(s)</source>
        <translation>
            <numerusform>%Ln endpoint</numerusform>
            <numerusform>%Ln endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln issue</numerusform>
            <numerusform>%Ln issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SyncRunner</name>
    <message numerus="yes">
        <source>%Ln endpoints</source>
        <translation>
            <numerusform>%Ln endpoint</numerusform>
            <numerusform>%Ln endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::TrafficModel</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Trino</name>
    <message numerus="yes">
        <source>Endpoint “%1”: the server had no answer after %n seconds, and was told to stop.</source>
        <translation>
            <numerusform>Endpoint “%1”: the server had no answer after %n second, and was told to stop.</numerusform>
            <numerusform>Endpoint “%1”: the server had no answer after %n seconds, and was told to stop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Statistics of %n tables in catalog “%1” could not be read: %2</source>
        <translation>
            <numerusform>Statistics of %n table in catalog “%1” could not be read: %2</numerusform>
            <numerusform>Statistics of %n tables in catalog “%1” could not be read: %2</numerusform>
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
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::exportpicture</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
</context>
</TS>
