<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>meshscope::AccessDesk</name>
    <message>
        <source>%1 has passed: choose a later day.</source>
        <translation>Der %1 ist vorbei: einen späteren Tag wählen.</translation>
    </message>
    <message>
        <source>The last day comes before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>It was asked for until %1, which has passed: say until when you approve it.</source>
        <translation>Beantragt war der Zugriff bis %1; dieser Tag ist vorbei: bei der Genehmigung angeben, bis wann sie gilt.</translation>
    </message>
    <message>
        <source>It has no last day, so there is nothing to extend.</source>
        <translation>Es gibt keinen letzten Tag, also nichts zu verlängern.</translation>
    </message>
    <message>
        <source>Say until when: a day after %1.</source>
        <translation>Angeben, bis wann: ein Tag nach dem %1.</translation>
    </message>
    <message>
        <source>This is not decided, it is sent.</source>
        <translation>Dies wird nicht entschieden, sondern gesendet.</translation>
    </message>
    <message>
        <source>Enter your name in your profile: others see who decided.</source>
        <translation>Im Profil einen Namen eintragen: andere sehen, wer entschieden hat.</translation>
    </message>
    <message>
        <source>The request %1 was changed meanwhile and is in the state &quot;%2&quot;: look at it again.</source>
        <translation>Der Antrag %1 wurde inzwischen geändert und ist im Zustand „%2“: noch einmal ansehen.</translation>
    </message>
    <message>
        <source>It was written, but not yet recorded: %1</source>
        <translation>Es wurde geschrieben, aber noch nicht verzeichnet: %1</translation>
    </message>
    <message>
        <source>The request %1: %2</source>
        <translation>Der Antrag %1: %2</translation>
    </message>
    <message>
        <source>Enter your name: others see it on your requests.</source>
        <translation>Einen Namen eintragen: andere sehen ihn bei den Anträgen.</translation>
    </message>
    <message>
        <source>It is no longer in %1: %2</source>
        <translation>Nicht mehr in %1 enthalten: %2</translation>
    </message>
    <message>
        <source>There is no request %1. List them to see their ids.</source>
        <translation>Es gibt keinen Antrag %1. Die Liste der Anträge nennt die Kennungen.</translation>
    </message>
    <message>
        <source>Several requests begin with %1: %2</source>
        <translation>Mehrere Anträge beginnen mit %1: %2</translation>
    </message>
    <message>
        <source>Say what the data is for: the owner decides by the purpose.</source>
        <translation>Angeben, wofür die Daten gebraucht werden: danach entscheidet der Eigentümer.</translation>
    </message>
    <message>
        <source>The product %1 is not in %2 (any more): sync it, or ask for another.</source>
        <translation>Das Produkt %1 ist nicht (mehr) in %2: den Endpunkt abgleichen oder ein anderes beantragen.</translation>
    </message>
    <message>
        <source>The last day, %1, has passed: choose a later one.</source>
        <translation>Der letzte Tag, %1, ist vorbei: einen späteren wählen.</translation>
    </message>
    <message>
        <source>The port %1 is not in %2 (any more): sync it, or ask for another.</source>
        <translation>Der Port %1 ist nicht (mehr) in %2: den Endpunkt abgleichen oder einen anderen beantragen.</translation>
    </message>
    <message>
        <source>%1 is an input port: ask for an output port.</source>
        <translation>%1 ist ein Eingangsport: einen Ausgangsport beantragen.</translation>
    </message>
    <message>
        <source>%1 has no column %2.</source>
        <translation>%1 hat keine Spalte %2.</translation>
    </message>
    <message>
        <source>The request %1 was sent already: it cannot be edited.</source>
        <translation>Der Antrag %1 ist schon gesendet: er kann nicht mehr bearbeitet werden.</translation>
    </message>
    <message>
        <source>There is no draft %1.</source>
        <translation>Es gibt keinen Entwurf %1.</translation>
    </message>
    <message>
        <source>The request %1 was sent already: cancel it instead.</source>
        <translation>Der Antrag %1 ist schon gesendet: stattdessen zurückziehen.</translation>
    </message>
    <message>
        <source>Enter your name in your profile: others see it on your requests.</source>
        <translation>Im Profil einen Namen eintragen: andere sehen ihn bei den Anträgen.</translation>
    </message>
    <message>
        <source>The request was not kept whole: discard it and ask again.</source>
        <translation>Der Antrag ist nicht vollständig erhalten: verwerfen und neu stellen.</translation>
    </message>
    <message>
        <source>It was sent, but not yet recorded: %1</source>
        <translation>Er wurde gesendet, aber noch nicht verzeichnet: %1</translation>
    </message>
    <message>
        <source>Only who asked for it may cancel the request %1.</source>
        <translation>Den Antrag %1 kann nur zurückziehen, wer ihn gestellt hat.</translation>
    </message>
    <message>
        <source>Only an owner, steward or team member of the product may decide the request %1. If you are one, check the name, e-mail and teams in your profile.</source>
        <translation>Über den Antrag %1 können nur Eigentümer, Stewards oder Teammitglieder des Produkts entscheiden. Wer dazugehört, prüfe Name, E-Mail und Teams im Profil.</translation>
    </message>
    <message>
        <source>Say until when: a day after the present end.</source>
        <translation>Angeben, bis wann: ein Tag nach dem jetzigen Ende.</translation>
    </message>
    <message>
        <source>Sent, unconfirmed: %1 It is looked up as soon as %2 answers.</source>
        <translation>Gesendet, unbestätigt: %1 Es wird nachgesehen, sobald %2 antwortet.</translation>
    </message>
    <message>
        <source>It was sent before, and %1 does not tell whether it arrived: look there, then try again or cancel it.</source>
        <translation>Er wurde schon gesendet, und %1 sagt nicht, ob er ankam: Sehen Sie dort nach, dann senden Sie ihn noch einmal oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>The request %1 is just being sent by another window.</source>
        <translation>Der Antrag %1 wird gerade von einem anderen Fenster gesendet.</translation>
    </message>
    <message>
        <source>It is no longer in %1: it was not there when that was last read.</source>
        <translation>Er steht nicht mehr in %1: Beim letzten Lesen war er nicht da.</translation>
    </message>
</context>
<context>
    <name>meshscope::AccessPage</name>
    <message>
        <source>My requests</source>
        <translation>Meine Anträge</translation>
    </message>
    <message>
        <source>My access</source>
        <translation>Mein Zugriff</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Reading the requests</source>
        <translation>Die Anträge werden gelesen</translation>
    </message>
    <message>
        <source>Kept as the purpose template of this domain</source>
        <translation>Als Zweckvorlage dieser Domäne behalten</translation>
    </message>
    <message>
        <source>You are %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Requests for products that you or your teams own appear here.</source>
        <translation>Hier erscheinen Anträge auf eigene Produkte und auf die der eigenen Teams.</translation>
    </message>
    <message>
        <source>&quot;Request access&quot; on a product or port starts one.</source>
        <translation>„Zugriff beantragen“ an einem Produkt oder Port beginnt einen Antrag.</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>Nichts wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>No requests here</source>
        <translation>Keine Anträge hier</translation>
    </message>
    <message>
        <source>the signed chain is broken: %1</source>
        <translation>die signierte Kette ist unterbrochen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln signed events in this workspace, chain intact</source>
        <translation>
            <numerusform>%Ln signiertes Ereignis in dieser Arbeitsdatei, Kette unversehrt</numerusform>
            <numerusform>%Ln signierte Ereignisse in dieser Arbeitsdatei, Kette unversehrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gesichert %1</translation>
    </message>
    <message>
        <source>Say what the data is for: the owner decides by it</source>
        <translation>Angeben, wofür die Daten gebraucht werden: danach entscheidet der Eigentümer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests sent</source>
        <translation>
            <numerusform>%Ln Antrag gesendet</numerusform>
            <numerusform>%Ln Anträge gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossier of the request</source>
        <translation>Dossier des Antrags</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Expiry calendar</source>
        <translation>Ablaufkalender</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neuer Antrag</translation>
    </message>
    <message>
        <source>Find a product or port to ask for</source>
        <translation>Ein Produkt oder einen Port zum Beantragen suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests kept in the outbox</source>
        <translation>
            <numerusform>%Ln Antrag im Postausgang</numerusform>
            <numerusform>%Ln Anträge im Postausgang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::AddForm</name>
    <message>
        <source>Add an endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Add and read</source>
        <translation>Hinzufügen und lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>A copy of %1</source>
        <translation>Eine Kopie von %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Being saved…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Being added…</source>
        <translation>Wird hinzugefügt …</translation>
    </message>
</context>
<context>
    <name>meshscope::Address</name>
    <message>
        <source>not an address: expected endpoint/kind/id, such as shop/product/orders</source>
        <translation>keine Adresse: erwartet wird Endpunkt/Art/Kennung, etwa shop/product/orders</translation>
    </message>
</context>
<context>
    <name>meshscope::AddressLabel</name>
    <message>
        <source>%1 (click to copy)</source>
        <translation>%1 (Klick kopiert)</translation>
    </message>
    <message>
        <source>Address %1, press to copy</source>
        <translation>Adresse %1, Betätigen kopiert sie</translation>
    </message>
</context>
<context>
    <name>meshscope::AddressProbe</name>
    <message>
        <source>Looking what answers there…</source>
        <translation>Es wird nachgesehen, was dort antwortet…</translation>
    </message>
    <message>
        <source>Something answers there that is none of the catalogs known here without signing in. Choose its kind.</source>
        <translation>Dort antwortet etwas, das ohne Anmeldung kein hier bekannter Katalog ist. Wählen Sie die Art.</translation>
    </message>
    <message>
        <source>%1 answers there.</source>
        <translation>Dort antwortet %1.</translation>
    </message>
    <message>
        <source>It looks like %1, which says no more before somebody signs in.</source>
        <translation>Es sieht nach %1 aus, das vor einer Anmeldung nicht mehr sagt.</translation>
    </message>
    <message>
        <source>Use that</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Choose the kind and test the connection: that shows it whole.</source>
        <translation>Die Art wählen und die Verbindung prüfen: Das zeigt es ganz.</translation>
    </message>
</context>
<context>
    <name>meshscope::Age</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln min</numerusform>
            <numerusform>vor %Ln min</numerusform>
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
            <numerusform>vor %Ln h</numerusform>
            <numerusform>vor %Ln h</numerusform>
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
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln day(s)</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a day of this year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>meshscope::AgreementText</name>
    <message>
        <source>%1 is written in a way that cannot be changed safely: change it by hand.</source>
        <translation>%1 ist so geschrieben, dass es sich nicht sicher ändern lässt: von Hand ändern.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 holds no agreement with the id %2.</source>
        <translation>%1 enthält keine Vereinbarung mit der Kennung %2.</translation>
    </message>
</context>
<context>
    <name>meshscope::AuditLog</name>
    <message>
        <source>event %1 is missing</source>
        <translation>Ereignis %1 fehlt</translation>
    </message>
    <message>
        <source>it does not follow the event before it: one was removed, exchanged or changed</source>
        <translation>es folgt nicht auf das Ereignis davor: eines wurde entfernt, vertauscht oder geändert</translation>
    </message>
    <message>
        <source>it was changed: its content does not match its hash</source>
        <translation>es wurde geändert: sein Inhalt passt nicht zum Hash</translation>
    </message>
    <message>
        <source>it was signed with a foreign key</source>
        <translation>es wurde mit einem fremden Schlüssel signiert</translation>
    </message>
    <message>
        <source>its signature is not valid</source>
        <translation>seine Signatur ist ungültig</translation>
    </message>
    <message>
        <source>it is not an event of this place in the chain</source>
        <translation>es ist kein Ereignis dieser Stelle der Kette</translation>
    </message>
    <message>
        <source>The audit record is busy: try again.</source>
        <translation>Das Prüfprotokoll ist gerade in Benutzung: noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the record of how many events there are was removed</source>
        <translation>die Angabe, wie viele Ereignisse es gibt, wurde entfernt</translation>
    </message>
    <message>
        <source>the record of how many events there are was changed</source>
        <translation>die Angabe, wie viele Ereignisse es gibt, wurde geändert</translation>
    </message>
    <message>
        <source>the last events were removed: %1 were signed, %2 are left</source>
        <translation>die letzten Ereignisse wurden entfernt: %1 waren signiert, %2 sind übrig</translation>
    </message>
    <message>
        <source>the last events were exchanged</source>
        <translation>die letzten Ereignisse wurden vertauscht</translation>
    </message>
    <message>
        <source>there is no key to check the signatures with (%1)</source>
        <translation>es gibt keinen Schlüssel, um die Signaturen zu prüfen (%1)</translation>
    </message>
    <message>
        <source>the request %1 was sent, but its events were removed</source>
        <translation>der Antrag %1 wurde gesendet, aber seine Ereignisse wurden entfernt</translation>
    </message>
</context>
<context>
    <name>meshscope::AwsAuth</name>
    <message>
        <source>The AWS profile “%1” gets its keys by %2, which is not read here. Let the AWS command line write temporary keys: aws configure export-credentials --profile %1 --format env-no-export</source>
        <translation>Das AWS-Profil „%1“ bezieht seine Schlüssel über %2; das wird hier nicht gelesen. Die AWS-Kommandozeile vorübergehende Schlüssel ausgeben lassen: aws configure export-credentials --profile %1 --format env-no-export</translation>
    </message>
    <message>
        <source>There are no keys in the AWS profile “%1”. Run: aws configure --profile %1</source>
        <translation>Im AWS-Profil „%1“ sind keine Schlüssel. Ausführen: aws configure --profile %1</translation>
    </message>
    <message>
        <source>That is no key of AWS: there should be an access key, its secret and, where it is temporary, a session token, a line each.</source>
        <translation>Das ist kein Schlüssel von AWS: Erwartet werden ein Zugriffsschlüssel, sein Geheimnis und, wenn er befristet ist, ein Sitzungs-Token, je eine Zeile.</translation>
    </message>
</context>
<context>
    <name>meshscope::BarOverflow</name>
    <message>
        <source>More of this bar</source>
        <translation>Mehr aus dieser Leiste</translation>
    </message>
</context>
<context>
    <name>meshscope::Basket</name>
    <message>
        <source>Use the template</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>What the data is for, in a sentence or two</source>
        <translation>Wofür die Daten gebraucht werden, in ein, zwei Sätzen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Really discard?</source>
        <translation>Wirklich verwerfen?</translation>
    </message>
    <message>
        <source>%1 is not in the mesh any more: sync, or choose another port</source>
        <translation>%1 ist nicht mehr im Mesh: abgleichen oder einen anderen Port wählen</translation>
    </message>
    <message>
        <source>%1 offers no output port that could be asked for</source>
        <translation>%1 hat keinen Ausgangsport, der sich beantragen ließe</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Korb</translation>
    </message>
    <message numerus="yes">
        <source>Basket: %Ln ports</source>
        <translation>
            <numerusform>Korb: %Ln Port</numerusform>
            <numerusform>Korb: %Ln Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>not in the mesh any more</source>
        <translation>nicht mehr im Mesh</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln requests</source>
        <translation>
            <numerusform>%Ln senden</numerusform>
            <numerusform>%Ln senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>No owner is named: who decides is not known</source>
        <translation>Kein Eigentümer ist genannt: wer entscheidet, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 decides.</source>
        <translation>Darüber entscheidet: %1.</translation>
    </message>
    <message>
        <source>Keep as template</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>yourself</source>
        <translation>selbst</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ask for one column at least, or take the port out of the basket</source>
        <translation>Mindestens eine Spalte beantragen oder den Port aus dem Korb nehmen</translation>
    </message>
    <message>
        <source>The contract allows: %1</source>
        <translation>Der Vertrag erlaubt: %1</translation>
    </message>
    <message>
        <source>The contract limits: %1</source>
        <translation>Der Vertrag begrenzt: %1</translation>
    </message>
</context>
<context>
    <name>meshscope::BasketPorts</name>
    <message>
        <source>Take %1 out of the basket</source>
        <translation>%1 aus dem Korb nehmen</translation>
    </message>
    <message>
        <source>Nothing is in the basket. &quot;Request access&quot; on a product or port puts it here.</source>
        <translation>Der Korb ist leer. „Zugriff beantragen“ an einem Produkt oder Port legt es hier hinein.</translation>
    </message>
</context>
<context>
    <name>meshscope::BudgetBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>meshscope::BudgetChart</name>
    <message numerus="yes">
        <source>Error budget left of %Ln domain(s)</source>
        <translation>
            <numerusform>Restliches Fehlerbudget von %Ln Domäne</numerusform>
            <numerusform>Restliches Fehlerbudget von %Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day on an axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>budget spent: breached below this line</source>
        <translation>Budget verbraucht: darunter verletzt</translation>
    </message>
    <message>
        <source>%1, %2: %3 left</source>
        <translation>%1, %2: %3 übrig</translation>
    </message>
    <message>
        <source>budget spent</source>
        <translation>Budget verbraucht</translation>
    </message>
</context>
<context>
    <name>meshscope::CertificateCard</name>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>The certificate of %1</source>
        <translation>Das Zertifikat von %1</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the server&apos;s keeper tells you, not with what comes over this connection. Pinned, this one certificate is taken for this endpoint alone.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, was Ihnen der Betreiber des Servers sagt, nicht mit dem, was über diese Verbindung kommt. Angeheftet gilt dieses eine Zertifikat für diesen Endpunkt allein.</translation>
    </message>
    <message>
        <source>I checked it: pin this certificate</source>
        <translation>Geprüft: dieses Zertifikat anheften</translation>
    </message>
</context>
<context>
    <name>meshscope::ChangesSection</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>Änderungen seit</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>Comparing with %1</source>
        <translation>Vergleich mit dem %1</translation>
    </message>
    <message>
        <source>The two days could not be compared</source>
        <translation>Die beiden Tage ließen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>%1, breaking</source>
        <translation>%1, bricht Zusagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breaking</source>
        <translation>
            <numerusform>%Ln bricht Zusagen</numerusform>
            <numerusform>%Ln brechen Zusagen</numerusform>
        </translation>
    </message>
    <message>
        <source>known since %1</source>
        <translation>bekannt seit %1</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>It was first read %1; nothing differs since then.</source>
        <translation>Zuerst gelesen %1; seither ist nichts anders.</translation>
    </message>
    <message>
        <source>It reads as it did on %1.</source>
        <translation>Es liest sich wie am %1.</translation>
    </message>
</context>
<context>
    <name>meshscope::ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>meshscope::Ckan</name>
    <message>
        <source>CKAN</source>
        <translation>CKAN</translation>
    </message>
    <message>
        <source>A CKAN site. The location is its address, such as https://data.example. The key is an API token; without one only what is public is seen.</source>
        <translation>Eine CKAN-Site. Der Ort ist ihre Adresse, etwa https://data.example. Der Schlüssel ist ein API-Token; ohne ihn sieht man nur Öffentliches.</translation>
    </message>
    <message>
        <source>CKAN knows datasets and their files, no data products.</source>
        <translation>CKAN kennt Datensätze und ihre Dateien, keine Datenprodukte.</translation>
    </message>
    <message>
        <source>CKAN knows files, not what is in them.</source>
        <translation>CKAN kennt Dateien, nicht was darin steht.</translation>
    </message>
    <message>
        <source>CKAN does not tell where data come from.</source>
        <translation>CKAN sagt nicht, woher Daten kommen.</translation>
    </message>
    <message>
        <source>The files are elsewhere: their addresses are shown.</source>
        <translation>Die Dateien liegen anderswo: ihre Adressen werden gezeigt.</translation>
    </message>
    <message>
        <source>CKAN knows licences, no contracts.</source>
        <translation>CKAN kennt Lizenzen, keine Verträge.</translation>
    </message>
    <message>
        <source>CKAN measures nothing.</source>
        <translation>CKAN misst nichts.</translation>
    </message>
    <message>
        <source>CKAN tells nobody who reads what.</source>
        <translation>CKAN sagt niemandem, wer was liest.</translation>
    </message>
    <message>
        <source>Nobody asks CKAN for access: it grants none.</source>
        <translation>Niemand beantragt Zugriff bei CKAN: es gewährt keinen.</translation>
    </message>
    <message>
        <source>CKAN tells what was changed, not what was removed: its lists are read, 500 datasets at a time, and compared.</source>
        <translation>CKAN sagt, was geändert, nicht was entfernt wurde: seine Listen werden gelesen, 500 Datensätze auf einmal, und verglichen.</translation>
    </message>
    <message>
        <source>The site answers</source>
        <translation>Die Site antwortet</translation>
    </message>
    <message>
        <source>The site does not tell it.</source>
        <translation>Die Site nennt sie nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln on a first page</source>
        <translation>
            <numerusform>%Ln auf einer ersten Seite</numerusform>
            <numerusform>%Ln auf einer ersten Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>Organizations can be read</source>
        <translation>Organisationen sind lesbar</translation>
    </message>
    <message>
        <source>Groups can be read</source>
        <translation>Gruppen sind lesbar</translation>
    </message>
    <message>
        <source>Datasets can be read</source>
        <translation>Datensätze sind lesbar</translation>
    </message>
    <message>
        <source>%1 are there</source>
        <translation>%1 sind da</translation>
    </message>
    <message>
        <source>What answers at %1 is no CKAN. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein CKAN. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 could not answer: %2</source>
        <translation>%1 konnte nicht antworten: %2</translation>
    </message>
    <message>
        <source>organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>datasets</source>
        <translation>Datensätze</translation>
    </message>
</context>
<context>
    <name>meshscope::ColumnChooser</name>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>personenbezogen</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>vertraulich</translation>
    </message>
    <message>
        <source>%1, as hash</source>
        <translation>%1, als Hash</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1, teilweise</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, verborgen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>meshscope::CommandPalette</name>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln result(s) in Find</source>
        <translation>
            <numerusform>Alle %Ln Treffer in der Suche</numerusform>
            <numerusform>Alle %Ln Treffer in der Suche</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called “%1” here</source>
        <translation>Nichts heißt hier „%1“</translation>
    </message>
    <message>
        <source>The index is being built</source>
        <translation>Das Verzeichnis wird aufgebaut</translation>
    </message>
</context>
<context>
    <name>meshscope::CompletenessModel</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Catalogs</source>
        <translation>Kataloge</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Runs of jobs</source>
        <translation>Läufe von Jobs</translation>
    </message>
    <message>
        <source>Lineage edges</source>
        <translation>Herkunftskanten</translation>
    </message>
    <message>
        <source>Column edges</source>
        <translation>Spaltenkanten</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation>Personen und Teams</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanträge</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No total is told of these: they stand in what was listed</source>
        <translation>Hiervon nennt niemand eine Gesamtzahl: sie stehen in dem, was aufgelistet wurde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Domain units</source>
        <translation>Domäneneinheiten</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Subscription requests</source>
        <translation>Abonnementanfragen</translation>
    </message>
    <message>
        <source>Subscription grants</source>
        <translation>Gewährte Abonnements</translation>
    </message>
    <message>
        <source>Answers to requests</source>
        <translation>Antworten auf Anfragen</translation>
    </message>
    <message>
        <source>Contracts as documents</source>
        <translation>Verträge als Dokumente</translation>
    </message>
    <message>
        <source>Checks of contracts</source>
        <translation>Prüfungen von Verträgen</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>Deskriptoren</translation>
    </message>
    <message>
        <source>Terms of glossaries</source>
        <translation>Begriffe aus Glossaren</translation>
    </message>
    <message>
        <source>Lineage of each</source>
        <translation>Herkunft je Objekt</translation>
    </message>
    <message>
        <source>Lineage events</source>
        <translation>Herkunftsereignisse</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relationen</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Iceberg tables</source>
        <translation>Iceberg-Tabellen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Quality results</source>
        <translation>Qualitätsergebnisse</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Results of tests</source>
        <translation>Testergebnisse</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>ML models</source>
        <translation>ML-Modelle</translation>
    </message>
    <message>
        <source>Stored procedures</source>
        <translation>Gespeicherte Prozeduren</translation>
    </message>
    <message>
        <source>Search indexes</source>
        <translation>Suchindizes</translation>
    </message>
    <message>
        <source>API endpoints</source>
        <translation>API-Endpunkte</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Data models of dashboards</source>
        <translation>Datenmodelle von Dashboards</translation>
    </message>
    <message>
        <source>DataZone domains</source>
        <translation>DataZone-Domänen</translation>
    </message>
</context>
<context>
    <name>meshscope::ConnectionPanel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>nicht in Ordnung</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>Checks of the connection</source>
        <translation>Prüfungen der Verbindung</translation>
    </message>
    <message>
        <source>Whether the name resolves, the port answers, the certificate is good, the login is taken, and what may be read.</source>
        <translation>Ob der Name sich auflöst, der Port antwortet, das Zertifikat gut ist, die Anmeldung gilt und was gelesen werden darf.</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Die Verbindung wird geprüft…</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln check(s) in order, %2</source>
        <translation>
            <numerusform>%1 von %Ln Prüfung in Ordnung, %2</numerusform>
            <numerusform>%1 von %Ln Prüfungen in Ordnung, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Connector</name>
    <message>
        <source>An endpoint of kind %1 has no option “%2”. Its options: %3.</source>
        <translation>Ein Endpunkt der Art %1 hat keine Option „%2“. Seine Optionen: %3.</translation>
    </message>
    <message>
        <source>There is no endpoint kind “%1”. Kinds: %2.</source>
        <translation>Es gibt keine Endpunktart „%1“. Arten: %2.</translation>
    </message>
    <message>
        <source>It takes no requests for access.</source>
        <translation>Er nimmt keine Anträge auf Zugriff an.</translation>
    </message>
</context>
<context>
    <name>meshscope::Dangling</name>
    <message>
        <source>input product</source>
        <translation>Eingangsprodukt</translation>
    </message>
    <message>
        <source>consuming product</source>
        <translation>konsumierendes Produkt</translation>
    </message>
    <message>
        <source>consumer of agreement</source>
        <translation>Konsument der Vereinbarung</translation>
    </message>
    <message>
        <source>owner or member</source>
        <translation>Eigentümer oder Mitglied</translation>
    </message>
    <message>
        <source>term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>contract of dataset</source>
        <translation>Vertrag des Datenbestands</translation>
    </message>
    <message>
        <source>product of dataset</source>
        <translation>Produkt des Datenbestands</translation>
    </message>
    <message>
        <source>product of contract</source>
        <translation>Produkt des Vertrags</translation>
    </message>
    <message>
        <source>product of port</source>
        <translation>Produkt des Ports</translation>
    </message>
    <message>
        <source>contract of port</source>
        <translation>Vertrag des Ports</translation>
    </message>
    <message>
        <source>input contract of port</source>
        <translation>Eingangsvertrag des Ports</translation>
    </message>
    <message>
        <source>dataset of port</source>
        <translation>Datenbestand des Ports</translation>
    </message>
    <message>
        <source>parent domain (a cycle)</source>
        <translation>übergeordnete Domäne (ein Kreis)</translation>
    </message>
    <message>
        <source>parent domain</source>
        <translation>übergeordnete Domäne</translation>
    </message>
    <message>
        <source>input of dataset</source>
        <translation>Eingang des Datenbestands</translation>
    </message>
    <message>
        <source>output of dataset</source>
        <translation>Ausgang des Datenbestands</translation>
    </message>
    <message>
        <source>job of dataset</source>
        <translation>Job des Datenbestands</translation>
    </message>
</context>
<context>
    <name>meshscope::DataHub</name>
    <message>
        <source>What stands for a platform, so that other endpoints&apos; datasets are known to be the same, such as postgres=postgres://db.example:5432,kafka=kafka://broker.example:9092.</source>
        <translation>Was für eine Plattform steht, damit Datensätze anderer Endpunkte als dieselben erkannt werden, etwa postgres=postgres://db.example:5432,kafka=kafka://broker.example:9092.</translation>
    </message>
    <message>
        <source>DataHub</source>
        <translation>DataHub</translation>
    </message>
    <message>
        <source>A DataHub server. The location is the address of its web pages or of its metadata service, such as https://datahub.example or http://datahub.example:8080.</source>
        <translation>Ein DataHub-Server. Der Ort ist die Adresse seiner Webseiten oder seines Metadatendienstes, etwa https://datahub.example oder http://datahub.example:8080.</translation>
    </message>
    <message>
        <source>DataHub keeps statistics of the data, never its rows.</source>
        <translation>DataHub bewahrt Statistiken der Daten auf, nie ihre Zeilen.</translation>
    </message>
    <message>
        <source>DataHub grants no access itself. Where a role names the place to ask for it, that link is shown with the dataset.</source>
        <translation>DataHub gewährt selbst keinen Zugriff. Wo eine Rolle nennt, wo man ihn beantragt, steht der Link beim Datensatz.</translation>
    </message>
    <message>
        <source>GraphQL answers</source>
        <translation>GraphQL antwortet</translation>
    </message>
    <message>
        <source>What answers is no DataHub: it speaks no GraphQL. Check the address.</source>
        <translation>Was antwortet, ist kein DataHub: es spricht kein GraphQL. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The server does not tell it. What it lacks is left out.</source>
        <translation>Der Server nennt sie nicht. Was ihm fehlt, wird weggelassen.</translation>
    </message>
    <message>
        <source>It takes the privilege to view them (View Entity Page).</source>
        <translation>Dazu braucht es das Recht, sie zu sehen (View Entity Page).</translation>
    </message>
    <message>
        <source>%1 are there</source>
        <translation>%1 sind da</translation>
    </message>
    <message>
        <source>Domains can be read</source>
        <translation>Domänen sind lesbar</translation>
    </message>
    <message>
        <source>Data products can be read</source>
        <translation>Datenprodukte sind lesbar</translation>
    </message>
    <message>
        <source>Datasets can be read</source>
        <translation>Datensätze sind lesbar</translation>
    </message>
    <message>
        <source>Jobs can be read</source>
        <translation>Jobs sind lesbar</translation>
    </message>
    <message>
        <source>Charts can be read</source>
        <translation>Diagramme sind lesbar</translation>
    </message>
    <message>
        <source>Dashboards can be read</source>
        <translation>Dashboards sind lesbar</translation>
    </message>
    <message>
        <source>Terms can be read</source>
        <translation>Begriffe sind lesbar</translation>
    </message>
    <message>
        <source>%1 answered without data.</source>
        <translation>%1 antwortete ohne Daten.</translation>
    </message>
    <message>
        <source>%1 does not allow it: %2</source>
        <translation>%1 erlaubt es nicht: %2</translation>
    </message>
    <message>
        <source>%1 does not know it: %2</source>
        <translation>%1 kennt es nicht: %2</translation>
    </message>
    <message>
        <source>%1 could not answer: %2</source>
        <translation>%1 konnte nicht antworten: %2</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>groups of terms</source>
        <translation>Begriffsgruppen</translation>
    </message>
    <message>
        <source>glossary terms</source>
        <translation>Glossarbegriffe</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>data flows</source>
        <translation>Datenflüsse</translation>
    </message>
    <message>
        <source>data jobs</source>
        <translation>Datenjobs</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>the privilege to view them (View Entity Page)</source>
        <translation>das Recht, sie zu sehen (View Entity Page)</translation>
    </message>
    <message>
        <source>This version of DataHub lists only the first %1 of %2 %3: it knows no scrollAcrossEntities. Update the server.</source>
        <translation>Diese Version von DataHub listet nur die ersten %1 von %2 (%3): sie kennt kein scrollAcrossEntities. Aktualisieren Sie den Server.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not all of the %1 came whole. %2</source>
        <translation>Nicht alle %1 kamen vollständig. %2</translation>
    </message>
    <message>
        <source>The server also has what is not read: %1.</source>
        <translation>Der Server hat auch, was nicht gelesen wird: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server leaves %Ln neighbour(s) out of its lineage: things it was never told of, or hides.</source>
        <translation>
            <numerusform>Der Server lässt %Ln Nachbarn aus seiner Herkunft weg: etwas, wovon ihm nie berichtet wurde oder das er verbirgt.</numerusform>
            <numerusform>Der Server lässt %Ln Nachbarn aus seiner Herkunft weg: Dinge, von denen ihm nie berichtet wurde oder die er verbirgt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This version of DataHub does not know %1. Everything else was read without it.</source>
        <translation>Diese Version von DataHub kennt %1 nicht. Alles Übrige wurde ohne das gelesen.</translation>
    </message>
    <message>
        <source>What is kept of “%1” is damaged.</source>
        <translation>Was von „%1“ aufbewahrt ist, ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) were read again, as the server&apos;s feeds of changes say.</source>
        <translation>
            <numerusform>%Ln Ding wurde neu gelesen, wie es die Änderungsströme des Servers sagen.</numerusform>
            <numerusform>%Ln Dinge wurden neu gelesen, wie es die Änderungsströme des Servers sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again as a whole, as the server&apos;s feeds of changes say: %1.</source>
        <translation>Als Ganzes neu gelesen, wie es die Änderungsströme des Servers sagen: %1.</translation>
    </message>
    <message>
        <source>the privileges to read events (Get Platform Events, Get Metadata Change Log Events)</source>
        <translation>die Rechte, Ereignisse zu lesen (Get Platform Events, Get Metadata Change Log Events)</translation>
    </message>
    <message>
        <source>Nobody knows where the feed %1 was.</source>
        <translation>Niemand weiß, wo der Strom %1 stand.</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>An event of the feed %1 says nothing known here.</source>
        <translation>Ein Ereignis des Stroms %1 sagt nichts hier Bekanntes.</translation>
    </message>
    <message>
        <source>The feed %1 tells more than %L2 events.</source>
        <translation>Der Strom %1 nennt mehr als %L2 Ereignisse.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 has no feed %2. %3</source>
        <translation>%1 hat keinen Strom %2. %3</translation>
    </message>
    <message>
        <source>What %1 says of the feed %2 is damaged.</source>
        <translation>Was %1 vom Strom %2 sagt, ist beschädigt.</translation>
    </message>
    <message>
        <source>The feeds of changes cannot be read, so everything is read each time. %1</source>
        <translation>Die Ströme der Änderungen lassen sich nicht lesen, deshalb wird jedes Mal alles gelesen. %1</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Dafür braucht es: %1.</translation>
    </message>
</context>
<context>
    <name>meshscope::DataZone</name>
    <message>
        <source>Id of the one DataZone domain to read (dzd-…). Default: all of the region.</source>
        <translation>Kennung der einen DataZone-Domäne, die gelesen wird (dzd-…). Ohne Angabe: alle der Region.</translation>
    </message>
    <message>
        <source>Whether the lineage graph is read: yes or no. Default: yes.</source>
        <translation>Ob der Herkunftsgraph gelesen wird: yes oder no. Ohne Angabe: yes.</translation>
    </message>
    <message>
        <source>Amazon DataZone</source>
        <translation>Amazon DataZone</translation>
    </message>
    <message>
        <source>Amazon DataZone of an account in a region. The location is the service&apos;s address, such as https://datazone.eu-west-1.api.aws.</source>
        <translation>Amazon DataZone eines Kontos in einer Region. Der Ort ist die Adresse des Dienstes, etwa https://datazone.eu-west-1.api.aws.</translation>
    </message>
    <message>
        <source>DataZone keeps what is said of the data, never the data.</source>
        <translation>DataZone hält fest, was über Daten gesagt wird, nie die Daten.</translation>
    </message>
    <message>
        <source>DataZone knows forms of assets, no contracts.</source>
        <translation>DataZone kennt Formulare zu Assets, keine Verträge.</translation>
    </message>
    <message>
        <source>DataZone tells who subscribes, not who reads.</source>
        <translation>DataZone sagt, wer abonniert, nicht, wer liest.</translation>
    </message>
    <message>
        <source>The lists are read and compared; lineage is read anew when there are new events.</source>
        <translation>Die Listen werden gelesen und verglichen; die Herkunft wird neu gelesen, wenn es neue Ereignisse gibt.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>There are %1</source>
        <translation>Es gibt %1</translation>
    </message>
    <message>
        <source>Domains can be read</source>
        <translation>Domänen sind lesbar</translation>
    </message>
    <message>
        <source>DataZone has one: the API of 2018-05-10</source>
        <translation>DataZone hat nur eine: die API vom 2018-05-10</translation>
    </message>
    <message>
        <source>Projects can be read</source>
        <translation>Projekte können gelesen werden</translation>
    </message>
    <message>
        <source>Assets can be read</source>
        <translation>Assets sind lesbar</translation>
    </message>
    <message>
        <source>Data products can be read</source>
        <translation>Datenprodukte sind lesbar</translation>
    </message>
    <message>
        <source>Glossary terms can be read</source>
        <translation>Glossarbegriffe sind lesbar</translation>
    </message>
    <message>
        <source>Listings can be read</source>
        <translation>Angebote können gelesen werden</translation>
    </message>
    <message>
        <source>Subscriptions can be read</source>
        <translation>Abonnements können gelesen werden</translation>
    </message>
    <message>
        <source>Lineage events can be read</source>
        <translation>Herkunftsereignisse können gelesen werden</translation>
    </message>
    <message>
        <source>lineage events</source>
        <translation>Herkunftsereignisse</translation>
    </message>
    <message numerus="yes">
        <source>Of the lineage events only the newest %Ln were read.</source>
        <translation>
            <numerusform>Von den Herkunftsereignissen wurde nur das neueste gelesen.</numerusform>
            <numerusform>Von den Herkunftsereignissen wurden nur die neuesten %Ln gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln node(s) of the lineage may not be seen: what goes through them is not shown.</source>
        <translation>
            <numerusform>%Ln Knoten der Herkunft darf nicht gesehen werden: Was durch ihn geht, wird nicht gezeigt.</numerusform>
            <numerusform>%Ln Knoten der Herkunft dürfen nicht gesehen werden: Was durch sie geht, wird nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>What answers at %1 is no DataZone: there are no domains in its answer. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein DataZone: In der Antwort sind keine Domänen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>The DataZone domain “%1” is %2: it was not read.</source>
        <translation>Die DataZone-Domäne „%1“ ist %2: Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>of the DataZone domain “%1”</source>
        <translation>von der DataZone-Domäne „%1“</translation>
    </message>
    <message>
        <source>domain units</source>
        <translation>Domäneneinheiten</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>glossary terms</source>
        <translation>Glossarbegriffe</translation>
    </message>
    <message>
        <source>listings</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>data quality results</source>
        <translation>Ergebnisse der Datenqualität</translation>
    </message>
    <message>
        <source>grants of subscriptions</source>
        <translation>Freigaben von Abonnements</translation>
    </message>
    <message>
        <source>subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>subscription requests</source>
        <translation>Anträge auf Abonnements</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1 answers something else than a list.</source>
        <translation>%1 antwortet mit etwas anderem als einer Liste.</translation>
    </message>
    <message>
        <source>%1 sends from page to page in a circle.</source>
        <translation>%1 schickt von Seite zu Seite im Kreis.</translation>
    </message>
    <message>
        <source>DataZone takes reasons of up to %1 characters, with what is said of the request: yours has %2. Shorten the purpose, or ask for all columns.</source>
        <translation>DataZone nimmt Begründungen bis zu %1 Zeichen, mit dem, was über die Anfrage gesagt wird: Ihre hat %2. Kürzen Sie den Zweck, oder fragen Sie nach allen Spalten.</translation>
    </message>
    <message>
        <source>%1 has no request %2.</source>
        <translation>%1 hat keinen Antrag %2.</translation>
    </message>
    <message>
        <source>%1 answers something else than a request.</source>
        <translation>%1 antwortet mit etwas anderem als einer Anfrage.</translation>
    </message>
    <message>
        <source>%1 has no subscription of the request %2.</source>
        <translation>%1 hat kein Abonnement zur Anfrage %2.</translation>
    </message>
    <message>
        <source>DataZone knows no review: a request waits until it is decided.</source>
        <translation>DataZone kennt keine Prüfung: eine Anfrage wartet, bis über sie entschieden ist.</translation>
    </message>
    <message>
        <source>DataZone cannot extend a subscription: ask for it anew.</source>
        <translation>DataZone kann ein Abonnement nicht verlängern: fragen Sie neu danach.</translation>
    </message>
    <message>
        <source>DataZone takes no note with this: yours is kept here only.</source>
        <translation>DataZone nimmt hierzu keine Notiz an: Ihre bleibt nur hier.</translation>
    </message>
    <message>
        <source>DataZone knows no last day: it stands in the reason, as it was asked for, and nothing ends by itself.</source>
        <translation>DataZone kennt keinen letzten Tag: er steht in der Begründung, wie er erbeten wurde, und nichts endet von selbst.</translation>
    </message>
    <message>
        <source>%1 has several DataZone domains: name the one requests go to by the option datazone.domain.</source>
        <translation>%1 hat mehrere DataZone-Domänen: nennen Sie mit der Option datazone.domain die, an die Anfragen gehen.</translation>
    </message>
    <message>
        <source>%1 is not published in %2: nobody can subscribe to it.</source>
        <translation>%1 ist in %2 nicht veröffentlicht: niemand kann es abonnieren.</translation>
    </message>
    <message>
        <source>%1 is not published by itself in %2: ask for the whole product.</source>
        <translation>%1 ist in %2 nicht für sich veröffentlicht: fragen Sie nach dem ganzen Produkt.</translation>
    </message>
    <message>
        <source>The product %1 has no asset %2 (any more): sync %3, or ask for another.</source>
        <translation>Das Produkt %1 hat kein Asset %2 (mehr): synchronisieren Sie %3, oder fragen Sie nach einem anderen.</translation>
    </message>
    <message>
        <source>DataZone gives access to projects: ask for one of yours, by its name or id (%1 has no project “%2”).</source>
        <translation>DataZone gibt Projekten Zugang: fragen Sie für eines Ihrer Projekte, mit Name oder Id (%1 hat kein Projekt „%2“).</translation>
    </message>
    <message>
        <source>%1 has several projects “%2”: ask for one by its id (%3).</source>
        <translation>%1 hat mehrere Projekte „%2“: fragen Sie für eines mit seiner Id (%3).</translation>
    </message>
    <message>
        <source>The answer about a node of it is damaged.</source>
        <translation>Die Antwort zu einem Knoten davon ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>meshscope::DayChart</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at risk or breached, %2 without a measurement, objective %3</source>
        <translation>%1 gefährdet oder verletzt, %2 ohne Messung, Zielwert %3</translation>
    </message>
    <message>
        <source>axis starts at %1</source>
        <translation>Achse beginnt bei %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day on an axis</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1: no measurement</source>
        <translation>%1: keine Messung</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>Zielwert %1</translation>
    </message>
</context>
<context>
    <name>meshscope::Dbt</name>
    <message>
        <source>%1 version %2 is later than version %3, the last one known: what is known of it was read.</source>
        <translation>%1 Version %2 ist neuer als Version %3, die letzte bekannte: was davon bekannt ist, wurde gelesen.</translation>
    </message>
    <message>
        <source>These results come from &quot;dbt %1&quot;, which compiles but runs nothing: they say that nodes compile, not that tests passed. Use the file of &quot;dbt build&quot; or &quot;dbt test&quot;.</source>
        <translation>Diese Ergebnisse stammen von „dbt %1“, das übersetzt, aber nichts ausführt: sie besagen, dass Knoten sich übersetzen lassen, nicht, dass Tests bestanden wurden. Die Datei von „dbt build“ oder „dbt test“ verwenden.</translation>
    </message>
    <message>
        <source>A result without a unique id or a time was left out: add unique_id and timing.</source>
        <translation>Ein Ergebnis ohne eindeutige Kennung oder ohne Zeit wurde ausgelassen: unique_id und timing ergänzen.</translation>
    </message>
    <message>
        <source>The freshness of %1 was not measured: %2. Run &quot;dbt source freshness&quot; again.</source>
        <translation>Die Aktualität von %1 wurde nicht gemessen: %2. „dbt source freshness“ noch einmal ausführen.</translation>
    </message>
</context>
<context>
    <name>meshscope::Dcat</name>
    <message>
        <source>a dataset has neither an `@id` nor an identifier nor a title: give it one of them</source>
        <translation>ein Dataset hat weder `@id` noch identifier noch title: eines davon ergänzen</translation>
    </message>
    <message>
        <source>the service %1 serves no dataset and belongs to no product of this document</source>
        <translation>der Dienst %1 bedient kein Dataset und gehört zu keinem Produkt dieses Dokuments</translation>
    </message>
    <message>
        <source>the distribution %1 belongs to no dataset of this document</source>
        <translation>die Distribution %1 gehört zu keinem Dataset dieses Dokuments</translation>
    </message>
    <message>
        <source>the quality measurement %1 has no number, no target or no time and cannot be placed</source>
        <translation>die Qualitätsmessung %1 hat keine Zahl, kein Ziel oder keine Zeit und lässt sich nicht zuordnen</translation>
    </message>
</context>
<context>
    <name>meshscope::DcatEndpoint</name>
    <message>
        <source>DCAT catalog</source>
        <translation>DCAT-Katalog</translation>
    </message>
    <message>
        <source>A catalog published as DCAT, DCAT-US or DPROD. The location is the address of its JSON-LD document, such as https://data.example/catalog.jsonld or …/data.json; further pages are followed.</source>
        <translation>Ein Katalog, der als DCAT, DCAT-US oder DPROD veröffentlicht ist. Der Ort ist die Adresse seines JSON-LD-Dokuments, etwa https://data.example/catalog.jsonld oder …/data.json; weiteren Seiten wird gefolgt.</translation>
    </message>
    <message>
        <source>DCAT describes datasets and where they are, not what is in them.</source>
        <translation>DCAT beschreibt Datensätze und wo sie liegen, nicht was darin steht.</translation>
    </message>
    <message>
        <source>DCAT names the datasets something comes from, no columns.</source>
        <translation>DCAT nennt die Datensätze, aus denen etwas stammt, keine Spalten.</translation>
    </message>
    <message>
        <source>The data are elsewhere: their addresses are shown.</source>
        <translation>Die Daten liegen anderswo: ihre Adressen werden gezeigt.</translation>
    </message>
    <message>
        <source>DCAT knows licences and rights, no contracts.</source>
        <translation>DCAT kennt Lizenzen und Rechte, keine Verträge.</translation>
    </message>
    <message>
        <source>DCAT does not tell who reads what.</source>
        <translation>DCAT sagt nicht, wer was liest.</translation>
    </message>
    <message>
        <source>A published catalog takes no requests.</source>
        <translation>Ein veröffentlichter Katalog nimmt keine Anträge an.</translation>
    </message>
    <message>
        <source>A published catalog is read as a whole; what the server says is unchanged is not sent again.</source>
        <translation>Ein veröffentlichter Katalog wird als Ganzes gelesen; was laut Server unverändert ist, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The catalog can be read</source>
        <translation>Der Katalog ist lesbar</translation>
    </message>
    <message>
        <source>What %1 gives is no catalog in DCAT (JSON-LD). Name the address of the catalog itself.</source>
        <translation>Was %1 liefert, ist kein Katalog in DCAT (JSON-LD). Nennen Sie die Adresse des Katalogs selbst.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s) on the first page</source>
        <translation>
            <numerusform>%Ln Datensatz auf der ersten Seite</numerusform>
            <numerusform>%Ln Datensätze auf der ersten Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>pages of the catalog</source>
        <translation>Seiten des Katalogs</translation>
    </message>
    <message>
        <source>%1 gives its catalog as %2. Only JSON-LD can be read: there may be an address for it, such as …/catalog.jsonld.</source>
        <translation>%1 liefert seinen Katalog als %2. Nur JSON-LD ist lesbar: vielleicht gibt es dafür eine Adresse, etwa …/catalog.jsonld.</translation>
    </message>
    <message>
        <source>datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>The next page of the catalog at %1 has no address.</source>
        <translation>Die nächste Seite des Katalogs unter %1 hat keine Adresse.</translation>
    </message>
    <message>
        <source>The pages of the catalog at %1 do not end.</source>
        <translation>Die Seiten des Katalogs unter %1 enden nicht.</translation>
    </message>
    <message>
        <source>The catalog at %1 counts %2 datasets, its pages hold %3. Sync again when there is less going on.</source>
        <translation>Der Katalog unter %1 zählt %2 Datensätze, seine Seiten enthalten %3. Gleichen Sie erneut ab, wenn weniger los ist.</translation>
    </message>
</context>
<context>
    <name>meshscope::Delimited</name>
    <message>
        <source>The delimiter &quot;%1&quot; is not a single character: correct it in the contract&apos;s server.</source>
        <translation>Das Trennzeichen „%1“ ist kein einzelnes Zeichen: im Server des Vertrags berichtigen.</translation>
    </message>
    <message>
        <source>The row at line %1 has %2 values, there are %3 columns.</source>
        <translation>Die Zeile %1 hat %2 Werte, es gibt %3 Spalten.</translation>
    </message>
    <message>
        <source>Values longer than %1 characters are cut. Is a closing quote missing?</source>
        <translation>Werte mit mehr als %1 Zeichen sind gekürzt. Fehlt ein schließendes Anführungszeichen?</translation>
    </message>
</context>
<context>
    <name>meshscope::Demo</name>
    <message>
        <source>the demo mesh could not be written: %1. Free some space or set XDG_DATA_HOME</source>
        <translation>das Demo-Mesh konnte nicht geschrieben werden: %1. Platz schaffen oder XDG_DATA_HOME setzen</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the old demo could not be replaced: close other windows that show it</source>
        <translation>die alte Demo ließ sich nicht ersetzen: andere Fenster schließen, die sie zeigen</translation>
    </message>
</context>
<context>
    <name>meshscope::DeskRunner</name>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
</context>
<context>
    <name>meshscope::DeskState</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
</context>
<context>
    <name>meshscope::DomainLabel</name>
    <message>
        <source>Domain %1</source>
        <translation>Domäne %1</translation>
    </message>
</context>
<context>
    <name>meshscope::Dossier</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln signed events in this workspace, the chain is intact</source>
        <translation>
            <numerusform>%Ln signiertes Ereignis in dieser Arbeitsdatei, die Kette ist unversehrt</numerusform>
            <numerusform>%Ln signierte Ereignisse in dieser Arbeitsdatei, die Kette ist unversehrt</numerusform>
        </translation>
    </message>
    <message>
        <source>The signed chain is broken at event %1: %2</source>
        <translation>Die signierte Kette ist bei Ereignis %1 unterbrochen: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Status there</source>
        <translation>Status dort</translation>
    </message>
    <message>
        <source>not named by the catalog</source>
        <translation>vom Katalog nicht genannt</translation>
    </message>
</context>
<context>
    <name>meshscope::Dpds</name>
    <message>
        <source>DPDS %1 is newer than what is known (1.0): what is known of it was read</source>
        <translation>DPDS %1 ist neuer als das, was bekannt ist (1.0): was davon bekannt ist, wurde gelesen</translation>
    </message>
    <message>
        <source>`info` has neither `fullyQualifiedName` nor `name`: give it one of them</source>
        <translation>`info` hat weder `fullyQualifiedName` noch `name`: eines davon ergänzen</translation>
    </message>
    <message>
        <source>$ref %1: %2</source>
        <translation>$ref %1: %2</translation>
    </message>
    <message>
        <source>other files cannot be read here</source>
        <translation>andere Dateien lassen sich hier nicht lesen</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>the references go in a circle. Name what is meant.</source>
        <translation>die Verweise laufen im Kreis. Benennen Sie, was gemeint ist.</translation>
    </message>
    <message>
        <source>there is no such place in the document. Correct it.</source>
        <translation>diese Stelle gibt es im Dokument nicht. Berichtigen Sie den Verweis.</translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointFields</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>a PEM or PKCS#12 file with its key</source>
        <translation>eine PEM- oder PKCS#12-Datei mit ihrem Schlüssel</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>Login page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Device address</source>
        <translation>Geräte-Adresse</translation>
    </message>
    <message>
        <source>where codes are given, if there is no login page</source>
        <translation>wo es Codes gibt, falls keine Anmeldeseite da ist</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>the name this program has there</source>
        <translation>der Name, den dieses Programm dort hat</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>with blanks between them, if any are needed</source>
        <translation>durch Leerzeichen getrennt, falls welche nötig sind</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>if one is needed</source>
        <translation>falls nötig</translation>
    </message>
    <message>
        <source>Secret sent in</source>
        <translation>Geheimnis steht in</translation>
    </message>
    <message>
        <source>header or body</source>
        <translation>header oder body</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>instead of a profile</source>
        <translation>statt eines Profils</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>a PEM file, if the system&apos;s are not enough</source>
        <translation>eine PEM-Datei, wenn die des Systems nicht genügen</translation>
    </message>
    <message>
        <source>Pinned certificate</source>
        <translation>Festgelegtes Zertifikat</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint, if it does not verify</source>
        <translation>SHA-256-Fingerabdruck, wenn es sich nicht prüfen lässt</translation>
    </message>
    <message>
        <source>Header of the key</source>
        <translation>Kopffeld des Schlüssels</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>system, none, http://host:port or socks5://host:port</source>
        <translation>system, none, http://host:port oder socks5://host:port</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>at most; empty: as fast as it goes</source>
        <translation>höchstens; leer: so schnell es geht</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>Seconds a request</source>
        <translation>Sekunden je Anfrage</translation>
    </message>
    <message>
        <source>Megabytes an answer</source>
        <translation>Megabyte je Antwort</translation>
    </message>
    <message>
        <source>A folder, often a git clone, with documents in any nesting: data products, contracts, agreements, dbt, OpenLineage, DCAT and measurements. They are recognised by what they hold, not by their names. Drop a folder on the window to add it without this form.</source>
        <translation>Ein Ordner, oft ein Git-Klon, mit beliebig verschachtelten Dokumenten: Datenprodukte, Verträge, Vereinbarungen, dbt, OpenLineage, DCAT und Messwerte. Erkannt werden sie am Inhalt, nicht am Namen. Ein auf das Fenster gezogener Ordner kommt auch ohne dieses Formular hinzu.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>/path/to/the/folder</source>
        <translation>/pfad/zum/ordner</translation>
    </message>
    <message>
        <source>from the folder&apos;s name</source>
        <translation>aus dem Namen des Ordners</translation>
    </message>
    <message>
        <source>as it was, unless you type another</source>
        <translation>wie bisher, außer Sie geben ein anderes ein</translation>
    </message>
    <message>
        <source>An address begins with %1 and names a server</source>
        <translation>Eine Adresse beginnt mit %1 und nennt einen Server</translation>
    </message>
    <message>
        <source>Take the user and password out of the address: it is shown</source>
        <translation>Benutzer und Kennwort gehören nicht in die Adresse: Sie wird angezeigt</translation>
    </message>
    <message>
        <source>That is a server&apos;s address: what answers there tells its kind, or you do</source>
        <translation>Das ist die Adresse eines Servers: was dort antwortet, sagt seine Art, oder Sie wählen sie</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>That is a file: choose the folder it is in</source>
        <translation>Das ist eine Datei: den Ordner wählen, in dem sie liegt</translation>
    </message>
    <message>
        <source>You may not read this folder</source>
        <translation>Für diesen Ordner fehlt die Leseberechtigung</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Catalogs</source>
        <translation>Kataloge</translation>
    </message>
    <message>
        <source>Not the catalogs</source>
        <translation>Kataloge ohne</translation>
    </message>
    <message>
        <source>DataZone domain</source>
        <translation>DataZone-Domäne</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Not the schemas</source>
        <translation>Schemas ohne</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>Paste the address of a catalog: what answers there tells its kind. Or name a folder of documents, often a git clone; dropped on the window, it is added without this form.</source>
        <translation>Die Adresse eines Katalogs einfügen: Was dort antwortet, verrät seine Art. Oder einen Ordner mit Dokumenten nennen, oft ein Git-Klon; auf das Fenster gezogen, wird er ohne dieses Formular hinzugefügt.</translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation>Adresse oder Ordner</translation>
    </message>
    <message>
        <source>https://catalog.example or /path/to/a/folder</source>
        <translation>https://catalog.example oder /pfad/zu/einem/ordner</translation>
    </message>
    <message>
        <source>of the access key; a profile needs none</source>
        <translation>zum Zugriffsschlüssel; ein Profil braucht keinen</translation>
    </message>
    <message>
        <source>kept in your keychain or vault, never in the workspace</source>
        <translation>bleibt in Ihrem Schlüsselbund oder Tresor, nie im Arbeitsbereich</translation>
    </message>
    <message>
        <source>in whose name it is asked, if that makes a difference</source>
        <translation>in wessen Namen gefragt wird, falls das einen Unterschied macht</translation>
    </message>
    <message>
        <source>in your AWS files; empty: the environment&apos;s, or the default one</source>
        <translation>in Ihren AWS-Dateien; leer: das der Umgebung oder das Standardprofil</translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointModel</name>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>%1, the rest is missing: %2</source>
        <translation>%1, der Rest fehlt: %2</translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation>nicht gelesen: %1</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>%1 of %2 listed</source>
        <translation>%1 von %2 gelistet</translation>
    </message>
    <message>
        <source>paused · %1</source>
        <translation>pausiert · %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointView</name>
    <message>
        <source>Read now</source>
        <translation>Jetzt lesen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>How often it is read</source>
        <translation>Wie oft gelesen wird</translation>
    </message>
    <message>
        <source>when it changes, or asked</source>
        <translation>bei Änderung oder auf Wunsch</translation>
    </message>
    <message>
        <source>every 5 minutes</source>
        <translation>alle 5 Minuten</translation>
    </message>
    <message>
        <source>every 15 minutes</source>
        <translation>alle 15 Minuten</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove, keep its history</source>
        <translation>Entfernen, Verlauf behalten</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1 · read %2</source>
        <translation>%1 · gelesen %2</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>Nie gelesen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Not everything was read.</source>
        <translation>Nicht alles wurde gelesen.</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>every 6 hours</source>
        <translation>alle 6 Stunden</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>newest first; what the chosen one came to stands below</source>
        <translation>neueste zuerst; was der gewählte ergab, steht darunter</translation>
    </message>
    <message>
        <source>&amp;Resume reading</source>
        <translation>Lesen &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause reading</source>
        <translation>Lesen p&amp;ausieren</translation>
    </message>
    <message>
        <source>paused: it is read only when you ask</source>
        <translation>pausiert: gelesen wird nur auf Ihre Bitte</translation>
    </message>
    <message numerus="yes">
        <source>could not be read %Ln time(s) in a row, tried again %1</source>
        <translation>
            <numerusform>%Ln-mal in Folge nicht lesbar, neuer Versuch %1</numerusform>
            <numerusform>%Ln-mal in Folge nicht lesbar, neuer Versuch %1</numerusform>
        </translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>wieder %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Er konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Enter it again…</source>
        <translation>Erneut eingeben…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>only when asked</source>
        <translation>nur auf Wunsch</translation>
    </message>
    <message>
        <source>%1 · tried %2</source>
        <translation>%1 · versucht %2</translation>
    </message>
</context>
<context>
    <name>meshscope::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1 is read as chosen</source>
        <translation>%1 wird nun wie gewählt gelesen</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>No endpoint yet</source>
        <translation>Noch kein Endpunkt</translation>
    </message>
    <message>
        <source>%1, %2 and %3 go with it, as no other endpoint knows them. Requests and the files themselves stay.</source>
        <translation>%1, %2 und %3 gehen mit, weil kein anderer Endpunkt sie kennt. Anträge und die Dateien selbst bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln Vertrag</numerusform>
            <numerusform>%Ln Verträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 ist pausiert</translation>
    </message>
    <message>
        <source>%1 is read again</source>
        <translation>%1 wird wieder gelesen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>A copy of %1</source>
        <translation>Eine Kopie von %1</translation>
    </message>
    <message>
        <source>The certificate is pinned for %1</source>
        <translation>Das Zertifikat ist für %1 angeheftet</translation>
    </message>
    <message>
        <source>An endpoint is a place the mesh is read from: a catalog server, or a folder of contracts. You can also drop a folder on this window.</source>
        <translation>Ein Endpunkt ist ein Ort, von dem das Mesh gelesen wird: ein Katalogserver oder ein Ordner mit Verträgen. Sie können auch einen Ordner auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>%1, %2 and %3 go with it, as no other endpoint knows them, and its credentials. Requests and the catalog itself stay.</source>
        <translation>%1, %2 und %3 gehen mit, da kein anderer Endpunkt sie kennt, und die Zugangsdaten. Anfragen und der Katalog selbst bleiben.</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
    <message>
        <source>Matches between them</source>
        <translation>Übereinstimmungen</translation>
    </message>
    <message>
        <source>What endpoints call differently and may be one thing</source>
        <translation>Was Endpunkte verschieden nennen und eines sein könnte</translation>
    </message>
</context>
<context>
    <name>meshscope::Entropy</name>
    <message>
        <source>Entropy Data</source>
        <translation>Entropy Data</translation>
    </message>
    <message>
        <source>Entropy Data, formerly Data Mesh Manager. The location is the address of its API, such as https://api.entropy-data.com.</source>
        <translation>Entropy Data, früher Data Mesh Manager. Der Ort ist die Adresse seiner API, etwa https://api.entropy-data.com.</translation>
    </message>
    <message>
        <source>It keeps traces of queries in one answer without pages: too much to read each time.</source>
        <translation>Es hält die Spuren von Abfragen in einer Antwort ohne Seiten: zu viel, um sie jedes Mal zu lesen.</translation>
    </message>
    <message>
        <source>What answers is no Entropy Data: there is no list in its answer. Check the address.</source>
        <translation>Was antwortet, ist kein Entropy Data: In der Antwort steht keine Liste. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>Teams and domains can be read</source>
        <translation>Teams und Domänen sind lesbar</translation>
    </message>
    <message>
        <source>Entropy Data does not tell it over its API. The API as of 2026 is known to work.</source>
        <translation>Entropy Data nennt sie nicht über seine API. Die API vom Stand 2026 wird verstanden.</translation>
    </message>
    <message>
        <source>Data products can be read</source>
        <translation>Datenprodukte sind lesbar</translation>
    </message>
    <message>
        <source>Contracts can be read</source>
        <translation>Verträge sind lesbar</translation>
    </message>
    <message>
        <source>Assets can be read</source>
        <translation>Assets sind lesbar</translation>
    </message>
    <message>
        <source>Accesses can be read</source>
        <translation>Zugriffe sind lesbar</translation>
    </message>
    <message>
        <source>Results of tests can be read</source>
        <translation>Testergebnisse sind lesbar</translation>
    </message>
    <message>
        <source>The feed of events can be read</source>
        <translation>Die Folge der Ereignisse ist lesbar</translation>
    </message>
    <message>
        <source>There is no list in the feed of events.</source>
        <translation>In der Folge der Ereignisse steht keine Liste.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>source systems</source>
        <translation>Quellsysteme</translation>
    </message>
    <message>
        <source>definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>contracts</source>
        <translation>Verträge</translation>
    </message>
    <message>
        <source>assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>accesses</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>The feed of events cannot be read, so everything is read each time. %1</source>
        <translation>Die Folge der Ereignisse ist nicht lesbar, darum wird jedes Mal alles gelesen. %1</translation>
    </message>
    <message>
        <source>The feed has events that are not known here: %1. What they are about is read with the next full reading.</source>
        <translation>Die Folge enthält Ereignisse, die hier unbekannt sind: %1. Wovon sie handeln, wird beim nächsten vollständigen Lesen gelesen.</translation>
    </message>
    <message>
        <source>There is no list in the answer.</source>
        <translation>In der Antwort steht keine Liste.</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>certifications</source>
        <translation>Zertifizierungen</translation>
    </message>
    <message>
        <source>teams and domains</source>
        <translation>Teams und Domänen</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>results of tests</source>
        <translation>Testergebnisse</translation>
    </message>
    <message>
        <source>checks of tests</source>
        <translation>Prüfungen der Tests</translation>
    </message>
    <message>
        <source>lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>lineage of products</source>
        <translation>Herkunft der Produkte</translation>
    </message>
    <message>
        <source>All events of lineage are more than one answer may hold: they were asked for product by product, and those of no product are not read.</source>
        <translation>Alle Ereignisse der Herkunft sind mehr, als eine Antwort fassen darf: Sie wurden Produkt für Produkt erfragt, und die ohne Produkt sind nicht gelesen.</translation>
    </message>
    <message>
        <source>Example rows could not be read. %1</source>
        <translation>Beispielzeilen waren nicht lesbar. %1</translation>
    </message>
    <message>
        <source>Something came or went while the pages of %1 were read, so some of it may have been missed: sync again.</source>
        <translation>Während die Seiten von %1 gelesen wurden, kam oder ging etwas, darum kann etwas fehlen: Gleichen Sie noch einmal ab.</translation>
    </message>
    <message>
        <source>“%1” is written in no standard that is known here: it is kept, and shown nowhere.</source>
        <translation>„%1“ ist in keinem Standard geschrieben, der hier bekannt ist: Es wird aufbewahrt und nirgends gezeigt.</translation>
    </message>
    <message>
        <source>%1 answers something else than the access %2.</source>
        <translation>%1 antwortet etwas anderes als den Zugriff %2.</translation>
    </message>
    <message>
        <source>%1 takes requests for one output port at a time: choose the ports.</source>
        <translation>%1 nimmt Anträge für je einen Ausgangsport an: Wählen Sie die Ports.</translation>
    </message>
    <message>
        <source>Entropy Data knows no review: a request waits until it is decided.</source>
        <translation>Entropy Data kennt keine Prüfung: Ein Antrag wartet, bis er entschieden ist.</translation>
    </message>
    <message>
        <source>Entropy Data takes no note with a decision: yours is kept here only.</source>
        <translation>Entropy Data nimmt keine Notiz zu einer Entscheidung an: Ihre bleibt nur hier.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>The permission that may be missing: an API key that may read example data.</source>
        <translation>Das Recht, das fehlen mag: ein API-Schlüssel, der Beispieldaten lesen darf.</translation>
    </message>
    <message>
        <source>This server knows no example rows.</source>
        <translation>Dieser Server kennt keine Beispielzeilen.</translation>
    </message>
    <message>
        <source>Entropy Data has no example rows of %1.</source>
        <translation>Entropy Data hat keine Beispielzeilen von %1.</translation>
    </message>
    <message>
        <source>There are some of: %1.</source>
        <translation>Es gibt welche von: %1.</translation>
    </message>
</context>
<context>
    <name>meshscope::ExpiryCalendar</name>
    <message>
        <source>Expiry calendar</source>
        <translation>Ablaufkalender</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Your access, and what you gave to others</source>
        <translation>Eigener Zugriff und was anderen freigegeben ist</translation>
    </message>
    <message>
        <source>Nothing ends</source>
        <translation>Nichts endet</translation>
    </message>
    <message>
        <source>Access with an end date appears here as soon as it is approved.</source>
        <translation>Zugriff mit einem Enddatum erscheint hier, sobald er genehmigt ist.</translation>
    </message>
</context>
<context>
    <name>meshscope::FacetList</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Narrow the results</source>
        <translation>Treffer eingrenzen</translation>
    </message>
</context>
<context>
    <name>meshscope::Facts</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>Steward</source>
        <translation>Steward</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>Auch in</translation>
    </message>
    <message>
        <source>Source-aligned</source>
        <translation>Quellnah</translation>
    </message>
    <message>
        <source>Aggregate</source>
        <translation>Aggregiert</translation>
    </message>
    <message>
        <source>Consumer-aligned</source>
        <translation>Konsumentennah</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln input(s)</source>
        <translation>
            <numerusform>%Ln Eingang</numerusform>
            <numerusform>%Ln Eingänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s)</source>
        <translation>
            <numerusform>%Ln Ausgang</numerusform>
            <numerusform>%Ln Ausgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln Vertrag</numerusform>
            <numerusform>%Ln Verträge</numerusform>
        </translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln domain(s)</source>
        <translation>
            <numerusform>in %Ln Domäne</numerusform>
            <numerusform>in %Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Vorgelagert</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Nachgelagert</translation>
    </message>
    <message>
        <source>Your access</source>
        <translation>Eigener Zugriff</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Sub-domains</source>
        <translation>Unterdomänen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-domain(s)</source>
        <translation>
            <numerusform>%Ln Unterdomäne</numerusform>
            <numerusform>%Ln Unterdomänen</numerusform>
        </translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its own</source>
        <translation>
            <numerusform>%Ln eigenes</numerusform>
            <numerusform>%Ln eigene</numerusform>
        </translation>
    </message>
    <message>
        <source>Levels met</source>
        <translation>Level erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s)</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Runs under</source>
        <translation>Läuft unter</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 in</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>May be empty</source>
        <translation>Darf leer sein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Gebildet aus</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Geht ein in</translation>
    </message>
    <message>
        <source>The whole mesh</source>
        <translation>Das ganze Mesh</translation>
    </message>
    <message numerus="yes">
        <source>%Ln endpoint(s)</source>
        <translation>
            <numerusform>%Ln Endpunkt</numerusform>
            <numerusform>%Ln Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Select something to see what it is, who owns it and how it stands.</source>
        <translation>Etwas auswählen, um zu sehen, was es ist, wem es gehört und wie es darum steht.</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
</context>
<context>
    <name>meshscope::FileKeyStore</name>
    <message>
        <source>%1 is damaged: bring it back from a copy.</source>
        <translation>%1 ist beschädigt: aus einer Kopie wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>meshscope::FilePage</name>
    <message>
        <source>Open in the editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>No program opened %1</source>
        <translation>Kein Programm hat %1 geöffnet</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Die ersten %1 von %2 werden gezeigt.</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>%1 lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>The file is gone from its folder; this is how it was read last.</source>
        <translation>Die Datei liegt nicht mehr in ihrem Ordner; so wurde sie zuletzt gelesen.</translation>
    </message>
    <message>
        <source>Line %1:</source>
        <translation>Zeile %1:</translation>
    </message>
    <message>
        <source>This is what the server answered when it was read last.</source>
        <translation>Das antwortete der Server, als zuletzt gelesen wurde.</translation>
    </message>
</context>
<context>
    <name>meshscope::FilterBar</name>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden by filters</source>
        <translation>
            <numerusform>%Ln durch Filter verborgen</numerusform>
            <numerusform>%Ln durch Filter verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 hides %Ln</source>
        <translation>
            <numerusform>%1: %2 verbirgt %Ln</numerusform>
            <numerusform>%1: %2 verbirgt %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Den Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>meshscope::FilterPanel</name>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Data of the last day</source>
        <translation>Daten des letzten Tages</translation>
    </message>
    <message>
        <source>Data of the last week</source>
        <translation>Daten der letzten Woche</translation>
    </message>
    <message>
        <source>Data of the last 30 days</source>
        <translation>Daten der letzten 30 Tage</translation>
    </message>
    <message>
        <source>No data for 30 days</source>
        <translation>Seit 30 Tagen keine Daten</translation>
    </message>
    <message>
        <source>Age of data unknown</source>
        <translation>Alter der Daten unbekannt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>meshscope::FindPage</name>
    <message>
        <source>Find products, columns, terms, people …</source>
        <translation>Produkte, Spalten, Begriffe, Personen suchen …</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>Suche nach „%1“</translation>
    </message>
    <message>
        <source>Building the index of every name, description and column</source>
        <translation>Das Verzeichnis aller Namen, Beschreibungen und Spalten wird aufgebaut</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to find yet</source>
        <translation>Noch gibt es nichts zu finden</translation>
    </message>
    <message>
        <source>Add an endpoint: everything it knows can then be found here.</source>
        <translation>Einen Endpunkt hinzufügen: alles, was er kennt, ist dann hier zu finden.</translation>
    </message>
    <message>
        <source>Nothing of that kind here</source>
        <translation>Hier ist nichts dieser Art</translation>
    </message>
    <message>
        <source>“%1” is not found here</source>
        <translation>„%1“ ist hier nicht zu finden</translation>
    </message>
    <message>
        <source>The results are narrowed by what is chosen at the left.</source>
        <translation>Die Auswahl links grenzt die Treffer ein.</translation>
    </message>
    <message>
        <source>Look everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
    <message>
        <source>All words must match, each as the beginning of a word in a name, description, column, term, tag, owner or identifier. Try fewer words.</source>
        <translation>Alle Wörter müssen passen, jedes als Anfang eines Wortes in Name, Beschreibung, Spalte, Begriff, Schlagwort, Eigentümer oder Kennung. Mit weniger Wörtern versuchen.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
</context>
<context>
    <name>meshscope::FitTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>meshscope::FlowLayout</name>
    <message>
        <source>Column of %1</source>
        <translation>Spalte von %1</translation>
    </message>
</context>
<context>
    <name>meshscope::FlowList</name>
    <message>
        <source>input port %1</source>
        <translation>Eingangsport %1</translation>
    </message>
    <message>
        <source>input port</source>
        <translation>Eingangsport</translation>
    </message>
    <message>
        <source>contract %1</source>
        <translation>Vertrag %1</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>lineage through %1</source>
        <translation>Herkunft über %1</translation>
    </message>
    <message>
        <source>lineage of its datasets</source>
        <translation>Herkunft der Datenbestände</translation>
    </message>
    <message>
        <source>access agreement for %1</source>
        <translation>Nutzungsvereinbarung für %1</translation>
    </message>
    <message>
        <source>access agreement</source>
        <translation>Nutzungsvereinbarung</translation>
    </message>
    <message>
        <source>declared by the product</source>
        <translation>vom Produkt angegeben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows</source>
        <translation>
            <numerusform>%Ln Fluss</numerusform>
            <numerusform>%Ln Flüsse</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 nach %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations</source>
        <translation>
            <numerusform>%Ln Beziehung</numerusform>
            <numerusform>%Ln Beziehungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>meshscope::FlowMatrix</name>
    <message>
        <source>Flows between domains</source>
        <translation>Flüsse zwischen Domänen</translation>
    </message>
    <message>
        <source>The domain of the row gives to the domain of the column.</source>
        <translation>Die Domäne der Zeile gibt an die Domäne der Spalte.</translation>
    </message>
</context>
<context>
    <name>meshscope::FlowMatrixModel</name>
    <message>
        <source>Inside %1</source>
        <translation>Innerhalb von %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>no flow</source>
        <translation>kein Fluss</translation>
    </message>
    <message>
        <source>Against the order: part of a cycle of domains</source>
        <translation>Gegen die Reihenfolge: Teil eines Kreises von Domänen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows</source>
        <translation>
            <numerusform>%Ln Fluss</numerusform>
            <numerusform>%Ln Flüsse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Produkt</numerusform>
            <numerusform>%Ln Datenbestände ohne Produkt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Folder</name>
    <message>
        <source>Mesh folder</source>
        <translation>Mesh-Ordner</translation>
    </message>
    <message>
        <source>A folder of data product, contract, lineage and dbt documents, usually a git clone. The location is its path.</source>
        <translation>Ein Ordner mit Dokumenten zu Datenprodukten, Verträgen, Herkunft und dbt, meist ein Git-Klon. Der Ort ist sein Pfad.</translation>
    </message>
    <message>
        <source>Languages to read texts in, best first: de,en. Default: yours.</source>
        <translation>Sprachen, in denen Texte gelesen werden, die beste zuerst: de,en. Vorgabe: die eigene.</translation>
    </message>
    <message>
        <source>Namespace of the datasets of dbt projects, where their own says too little: postgres://host:5432</source>
        <translation>Namensraum der Datenbestände von dbt-Projekten, wo ihr eigener zu wenig sagt: postgres://host:5432</translation>
    </message>
    <message>
        <source>What separates the levels of domain names, such as / or a dot.</source>
        <translation>Was die Ebenen von Domänennamen trennt, etwa / oder ein Punkt.</translation>
    </message>
    <message>
        <source>Further folders, separated by %1, that samples may be read from.</source>
        <translation>Weitere Ordner, getrennt durch %1, aus denen Stichproben gelesen werden dürfen.</translation>
    </message>
    <message>
        <source>Size from which documents are refused: 64M, 1G. Default: 256M.</source>
        <translation>Größe, ab der Dokumente abgelehnt werden: 64M, 1G. Vorgabe: 256M.</translation>
    </message>
    <message>
        <source>The option files.limit is “%1”: write a size such as 64M or 1G.</source>
        <translation>Die Option files.limit ist „%1“: eine Größe wie 64M oder 1G angeben.</translation>
    </message>
    <message>
        <source>A mesh folder needs a path as its location.</source>
        <translation>Ein Mesh-Ordner braucht als Ort einen Pfad.</translation>
    </message>
    <message>
        <source>The documents of a folder do not count who uses what.</source>
        <translation>Die Dokumente eines Ordners zählen nicht, wer was verwendet.</translation>
    </message>
    <message>
        <source>A folder has no feed of its changes: it is watched and read again.</source>
        <translation>Ein Ordner meldet seine Änderungen nicht: er wird beobachtet und neu gelesen.</translation>
    </message>
    <message>
        <source>The folder exists</source>
        <translation>Der Ordner ist da</translation>
    </message>
    <message>
        <source>It can be listed</source>
        <translation>Er lässt sich auflisten</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Requests can be filed in it</source>
        <translation>Anträge lassen sich darin ablegen</translation>
    </message>
    <message>
        <source>As documents below access/</source>
        <translation>Als Dokumente unter access/</translation>
    </message>
    <message>
        <source>It is a git work tree</source>
        <translation>Er ist ein Git-Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>Yes: requests are committed</source>
        <translation>Ja: Anträge werden als Commit abgelegt</translation>
    </message>
    <message>
        <source>No: requests are written, not committed</source>
        <translation>Nein: Anträge werden geschrieben, ohne Commit</translation>
    </message>
    <message>
        <source>Samples may be read from %1</source>
        <translation>Stichproben dürfen gelesen werden aus %1</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>The folder “%1” went away while it was read. What was known before stays: bring it back and sync again.</source>
        <translation>Der Ordner „%1“ verschwand, während er gelesen wurde. Was vorher bekannt war, bleibt: ihn zurückbringen und erneut abgleichen.</translation>
    </message>
    <message>
        <source>“%1” leads out of the folder and is not read. Only files below the endpoint&apos;s folder are.</source>
        <translation>„%1“ führt aus dem Ordner hinaus und wird nicht gelesen. Gelesen wird nur, was im Ordner des Endpunkts liegt.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“%1” is larger than the limit for documents. Raise it with the option files.limit.</source>
        <translation>„%1“ ist größer als die Grenze für Dokumente. Sie lässt sich mit der Option files.limit anheben.</translation>
    </message>
    <message>
        <source>“%1” is larger than the limit for documents and was not read. Raise it with the option files.limit, or name the file in .meshscopeignore.</source>
        <translation>„%1“ ist größer als die Grenze für Dokumente und wurde nicht gelesen. Die Grenze mit der Option files.limit anheben oder die Datei in .meshscopeignore nennen.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Could not be opened: %1</source>
        <translation>Konnte nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be listed (%2). Give yourself permission to read it, or name it in .meshscopeignore.</source>
        <translation>Der Ordner „%1“ lässt sich nicht auflisten (%2). Leseberechtigung erteilen oder ihn in .meshscopeignore nennen.</translation>
    </message>
    <message>
        <source>The link “%1” leads out of the folder and is not followed. Add its target as an endpoint of its own if it belongs to the mesh.</source>
        <translation>Die Verknüpfung „%1“ führt aus dem Ordner hinaus; ihr wird nicht gefolgt. Gehört ihr Ziel zum Mesh, es als eigenen Endpunkt hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened (%2). Give yourself permission to read it, or name it in .meshscopeignore.</source>
        <translation>„%1“ lässt sich nicht öffnen (%2). Leseberechtigung erteilen oder die Datei in .meshscopeignore nennen.</translation>
    </message>
    <message>
        <source>The folder “%1” is not there (any more). Bring it back, or change the endpoint&apos;s location.</source>
        <translation>Der Ordner „%1“ ist nicht (mehr) da. Ihn zurückbringen oder den Ort des Endpunkts ändern.</translation>
    </message>
    <message>
        <source>No: “%1” is not a folder</source>
        <translation>Nein: „%1“ ist kein Ordner</translation>
    </message>
    <message>
        <source>No: “%1” cannot be written to</source>
        <translation>Nein: In „%1“ kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Requests are filed as documents below access/. %1</source>
        <translation>Anträge werden als Dokumente unter access/ abgelegt. %1</translation>
    </message>
    <message>
        <source>What a dbt model&apos;s domain is: none, its folder, its package, or the path in its meta.domain (meta). Default: none.</source>
        <translation>Was die Domäne eines dbt-Modells ist: keine (none), sein Ordner (folder), sein Paket (package) oder der Pfad in seinem meta.domain (meta). Sonst: keine.</translation>
    </message>
</context>
<context>
    <name>meshscope::FolderPort</name>
    <message>
        <source>%1 holds no agreement with the id %2.</source>
        <translation>%1 enthält keine Vereinbarung mit der Kennung %2.</translation>
    </message>
    <message>
        <source>Committed, but not pushed. %1</source>
        <translation>Commit angelegt, aber nicht gepusht. %1</translation>
    </message>
    <message>
        <source>The endpoint %1 (%2) takes no requests: ask its owner where it is kept.</source>
        <translation>Der Endpunkt %1 (%2) nimmt keine Anträge an: beim Eigentümer erfragen, wo er geführt wird.</translation>
    </message>
    <message>
        <source>There is no endpoint %1: add it first.</source>
        <translation>Es gibt keinen Endpunkt %1: zuerst hinzufügen.</translation>
    </message>
    <message>
        <source>It stands in the file all the same: %1</source>
        <translation>In der Datei steht sie trotzdem: %1</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile: look at it again.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert: bitte noch einmal ansehen.</translation>
    </message>
</context>
<context>
    <name>meshscope::FormRows</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
</context>
<context>
    <name>meshscope::Formats</name>
    <message>
        <source>The model “%1” should be an object.</source>
        <translation>Das Modell „%1“ sollte ein Objekt sein.</translation>
    </message>
    <message>
        <source>The field “%1” should be an object.</source>
        <translation>Das Feld „%1“ sollte ein Objekt sein.</translation>
    </message>
    <message>
        <source>“%1” is not read further: its definitions refer to themselves, or make too many columns.</source>
        <translation>„%1“ wird nicht weiter gelesen: die Definitionen verweisen auf sich selbst oder ergeben zu viele Spalten.</translation>
    </message>
    <message>
        <source>“%1” leads nowhere. Add that definition or correct it.</source>
        <translation>„%1“ führt ins Leere. Diese Definition ergänzen oder den Verweis berichtigen.</translation>
    </message>
    <message>
        <source>This data contract has no id. Give it an “id”.</source>
        <translation>Dieser Datenvertrag hat keine Kennung. Eine „id“ ergänzen.</translation>
    </message>
    <message>
        <source>The server “%1” should be an object.</source>
        <translation>Der Server „%1“ sollte ein Objekt sein.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>“%1” should be %2, but is %3. Change it; the rest of the document was read.</source>
        <translation>„%1“ sollte %2 sein, ist aber %3. Das Feld berichtigen; der Rest des Dokuments wurde gelesen.</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a date such as 2026-03-31</source>
        <translation>ein Datum wie 2026-03-31</translation>
    </message>
    <message>
        <source>a time such as 2026-03-31T06:00:00Z</source>
        <translation>eine Zeit wie 2026-03-31T06:00:00Z</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>%1 %2 is newer than %3: what is known was read, the rest is under “more fields”.</source>
        <translation>%1 %2 ist neuer als %3: was bekannt ist, wurde gelesen, der Rest steht unter „weitere Felder“.</translation>
    </message>
    <message>
        <source>This data usage agreement has no id. Give it an “id”.</source>
        <translation>Diese Nutzungsvereinbarung hat keine Kennung. Eine „id“ ergänzen.</translation>
    </message>
    <message>
        <source>The agreement ends before it starts: correct “startDate” or “endDate”.</source>
        <translation>Die Vereinbarung endet, bevor sie beginnt: „startDate“ oder „endDate“ berichtigen.</translation>
    </message>
    <message>
        <source>This data contract has no id and no name. Give it an “id”.</source>
        <translation>Dieser Datenvertrag hat weder Kennung noch Namen. Eine „id“ ergänzen.</translation>
    </message>
    <message>
        <source>A service level has no “property”. Say what it promises.</source>
        <translation>Ein Service-Level hat keine „property“. Angeben, was er verspricht.</translation>
    </message>
    <message>
        <source>An object of the schema has no name. Give it a “name”.</source>
        <translation>Ein Objekt des Schemas hat keinen Namen. Einen „name“ ergänzen.</translation>
    </message>
    <message>
        <source>A property of “%1” has no name. Give it a “name”.</source>
        <translation>Eine Eigenschaft von „%1“ hat keinen Namen. Einen „name“ ergänzen.</translation>
    </message>
    <message>
        <source>A column of “%1” has no name. Give it a “column”.</source>
        <translation>Eine Spalte von „%1“ hat keinen Namen. Eine „column“ ergänzen.</translation>
    </message>
    <message>
        <source>This data product has no id and no name. Give it an “id”.</source>
        <translation>Dieses Datenprodukt hat weder Kennung noch Namen. Eine „id“ ergänzen.</translation>
    </message>
    <message>
        <source>A port of “%1” has no name. Give it a “name”.</source>
        <translation>Ein Port von „%1“ hat keinen Namen. Einen „name“ ergänzen.</translation>
    </message>
    <message>
        <source>The schema says it is %1 but does not read as that. It is kept as text.</source>
        <translation>Das Schema soll %1 sein, liest sich aber nicht so. Es wird als Text behalten.</translation>
    </message>
</context>
<context>
    <name>meshscope::GitFolder</name>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The git repository of %1 cannot be used</source>
        <translation>Das Git-Repository von %1 lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>%1 is in a bare git repository, which has no files to write: add a clone of it instead.</source>
        <translation>%1 liegt in einem Bare-Repository von Git, das keine Dateien zum Beschreiben hat: stattdessen einen Klon davon hinzufügen.</translation>
    </message>
    <message>
        <source>%1 is inside git&apos;s own folder: add the work tree instead.</source>
        <translation>%1 liegt in Gits eigenem Ordner: stattdessen das Arbeitsverzeichnis hinzufügen.</translation>
    </message>
    <message>
        <source>git&apos;s index is locked: another git command is running. When none is, remove %1 and try again.</source>
        <translation>Gits Index ist gesperrt: ein anderer Git-Befehl läuft. Läuft keiner mehr, %1 entfernen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 could not be committed</source>
        <translation>%1 ließ sich nicht als Commit ablegen</translation>
    </message>
    <message>
        <source>A commit needs your name and e-mail: enter them in your profile, then try again.</source>
        <translation>Ein Commit braucht Namen und E-Mail: im Profil eintragen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No branch is checked out, so there is nothing to push it to.</source>
        <translation>Kein Branch ist ausgecheckt; es gibt nichts, wohin sich pushen ließe.</translation>
    </message>
    <message>
        <source>There is no remote %1 to push to: add one, or switch off pushing for this endpoint.</source>
        <translation>Es gibt kein Remote %1 zum Pushen: eines ergänzen oder das Pushen für diesen Endpunkt abschalten.</translation>
    </message>
    <message>
        <source>It could not be pushed to %1</source>
        <translation>Es ließ sich nicht nach %1 pushen</translation>
    </message>
</context>
<context>
    <name>meshscope::Glue</name>
    <message>
        <source>Whether the versions of tables are read: yes or no. Default: yes.</source>
        <translation>Ob die Versionen der Tabellen gelesen werden: yes oder no. Ohne Angabe: yes.</translation>
    </message>
    <message>
        <source>Whether partitions are counted, one request a table that has some: yes or no. Default: yes.</source>
        <translation>Ob Partitionen gezählt werden, eine Anfrage je Tabelle, die welche hat: yes oder no. Ohne Angabe: yes.</translation>
    </message>
    <message>
        <source>AWS Glue</source>
        <translation>AWS Glue</translation>
    </message>
    <message>
        <source>The AWS Glue data catalog of an account in a region. The location is the service&apos;s address, such as https://glue.eu-west-1.amazonaws.com.</source>
        <translation>Der Datenkatalog AWS Glue eines Kontos in einer Region. Der Ort ist die Adresse des Dienstes, etwa https://glue.eu-west-1.amazonaws.com.</translation>
    </message>
    <message>
        <source>Glue knows databases and tables, no data products: they are in DataZone.</source>
        <translation>Glue kennt Datenbanken und Tabellen, keine Datenprodukte: Die sind in DataZone.</translation>
    </message>
    <message>
        <source>Glue keeps no lineage: it is in DataZone, or in events of the jobs.</source>
        <translation>Glue führt keine Herkunft: Sie ist in DataZone oder in Ereignissen der Jobs.</translation>
    </message>
    <message>
        <source>Glue knows where the files are; rows are read by an engine such as Trino.</source>
        <translation>Glue weiß, wo die Dateien sind; Zeilen liest eine Engine wie Trino.</translation>
    </message>
    <message>
        <source>Glue knows schemas, no contracts.</source>
        <translation>Glue kennt Schemata, keine Verträge.</translation>
    </message>
    <message>
        <source>Glue does not tell who reads its tables.</source>
        <translation>Glue sagt nicht, wer seine Tabellen liest.</translation>
    </message>
    <message>
        <source>Nobody asks Glue for access; DataZone has requests.</source>
        <translation>Bei Glue beantragt niemand Zugriff; DataZone hat Anträge.</translation>
    </message>
    <message>
        <source>Glue lists no changes: the lists are read, and asked for more where a table has another version.</source>
        <translation>Glue listet keine Änderungen: Die Listen werden gelesen, und mehr gefragt wird, wo eine Tabelle eine andere Version hat.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The first is “%1”</source>
        <translation>Die erste ist „%1“</translation>
    </message>
    <message>
        <source>Databases can be read</source>
        <translation>Datenbanken können gelesen werden</translation>
    </message>
    <message>
        <source>Glue has one: the API of 2017-03-31</source>
        <translation>Glue hat nur eine: die API vom 2017-03-31</translation>
    </message>
    <message>
        <source>Tables can be read</source>
        <translation>Tabellen können gelesen werden</translation>
    </message>
    <message>
        <source>Versions can be read</source>
        <translation>Versionen sind lesbar</translation>
    </message>
    <message>
        <source>Partitions can be read</source>
        <translation>Partitionen können gelesen werden</translation>
    </message>
    <message>
        <source>Data quality results can be read</source>
        <translation>Ergebnisse der Datenqualität können gelesen werden</translation>
    </message>
    <message>
        <source>What answers at %1 is no AWS Glue: there are no databases in its answer. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein AWS Glue: In der Antwort sind keine Datenbanken. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>tables of “%1”</source>
        <translation>Tabellen von „%1“</translation>
    </message>
    <message>
        <source>(where Lake Formation decides: DESCRIBE)</source>
        <translation>(wo Lake Formation entscheidet: DESCRIBE)</translation>
    </message>
    <message>
        <source>versions of tables</source>
        <translation>Versionen von Tabellen</translation>
    </message>
    <message>
        <source>partitions of “%1”</source>
        <translation>Partitionen von „%1“</translation>
    </message>
    <message>
        <source>“%1” has more than %L2 partitions: only so many were counted.</source>
        <translation>„%1“ hat mehr als %L2 Partitionen: Nur so viele wurden gezählt.</translation>
    </message>
    <message>
        <source>data quality results</source>
        <translation>Ergebnisse der Datenqualität</translation>
    </message>
</context>
<context>
    <name>meshscope::GraphExporter</name>
    <message>
        <source>Export Graph</source>
        <translation>Graph exportieren</translation>
    </message>
    <message>
        <source>Picture, SVG</source>
        <translation>Bild, SVG</translation>
    </message>
    <message>
        <source>Picture, PNG</source>
        <translation>Bild, PNG</translation>
    </message>
    <message>
        <source>List of Edges, CSV</source>
        <translation>Kantenliste, CSV</translation>
    </message>
    <message>
        <source>Nodes and Edges, JSON</source>
        <translation>Knoten und Kanten, JSON</translation>
    </message>
    <message>
        <source>GraphML (yEd, Gephi)</source>
        <translation>GraphML (yEd, Gephi)</translation>
    </message>
    <message>
        <source>DOT (Graphviz)</source>
        <translation>DOT (Graphviz)</translation>
    </message>
    <message>
        <source>OpenLineage Events</source>
        <translation>OpenLineage-Ereignisse</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>An export is still being written</source>
        <translation>Ein Export wird noch geschrieben</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>%1 wird geschrieben …</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. %3</source>
        <translation>%1 kann nicht geschrieben werden: %2. %3</translation>
    </message>
    <message>
        <source>Free some space there or choose another place; nothing was changed</source>
        <translation>Dort Platz schaffen oder einen anderen Ort wählen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to</source>
        <translation>Einen Ordner wählen, in den Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>Choose another place; nothing was changed</source>
        <translation>Einen anderen Ort wählen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>%1 is no file. Choose another name</source>
        <translation>%1 ist keine Datei. Einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>Picture, PDF on One Page</source>
        <translation>Bild, PDF auf einer Seite</translation>
    </message>
    <message>
        <source>Picture, PDF on A4 Pages</source>
        <translation>Bild, PDF auf A4-Seiten</translation>
    </message>
    <message>
        <source>Picture, PDF on A3 Pages</source>
        <translation>Bild, PDF auf A3-Seiten</translation>
    </message>
    <message>
        <source>there is no room left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
</context>
<context>
    <name>meshscope::GraphList</name>
    <message>
        <source>Close the list</source>
        <translation>Liste schließen</translation>
    </message>
</context>
<context>
    <name>meshscope::GraphPainter</name>
    <message numerus="yes">
        <source>%Ln more columns</source>
        <translation>
            <numerusform>%Ln weitere Spalte</numerusform>
            <numerusform>%Ln weitere Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>Search %Ln columns</source>
        <translation>
            <numerusform>%Ln Spalte durchsuchen</numerusform>
            <numerusform>%Ln Spalten durchsuchen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The layout was cancelled; the graph is as it was</source>
        <translation>Das Anordnen wurde abgebrochen; der Graph ist wie zuvor</translation>
    </message>
    <message>
        <source>The layout was cancelled</source>
        <translation>Das Anordnen wurde abgebrochen</translation>
    </message>
    <message>
        <source>There was no picture yet.</source>
        <translation>Es gab noch kein Bild.</translation>
    </message>
</context>
<context>
    <name>meshscope::GraphSelection</name>
    <message>
        <source>Picked cards</source>
        <translation>Ausgewählte Karten</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Let go (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picked</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards copied</source>
        <translation>
            <numerusform>%Ln Karte kopiert</numerusform>
            <numerusform>%Ln Karten kopiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphTree</name>
    <message>
        <source>The graph as a tree</source>
        <translation>Der Graph als Baum</translation>
    </message>
    <message>
        <source>Domains, products, datasets and columns; below each what is upstream and downstream.</source>
        <translation>Domänen, Produkte, Datenbestände und Spalten; darunter jeweils, was vor- und nachgelagert ist.</translation>
    </message>
</context>
<context>
    <name>meshscope::GraphTreeModel</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Upstream (%1)</source>
        <translation>Vorgelagert (%1)</translation>
    </message>
    <message>
        <source>Downstream (%1)</source>
        <translation>Nachgelagert (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteren zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln Kante</numerusform>
            <numerusform>%Ln Kanten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::GraphView</name>
    <message numerus="yes">
        <source>%Ln more upstream</source>
        <translation>
            <numerusform>%Ln weiteres vorgelagert</numerusform>
            <numerusform>%Ln weitere vorgelagert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more downstream</source>
        <translation>
            <numerusform>%Ln weiteres nachgelagert</numerusform>
            <numerusform>%Ln weitere nachgelagert</numerusform>
        </translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more upstream of %1</source>
        <translation>
            <numerusform>%Ln weiteres Element vorgelagert zu %1 zeigen</numerusform>
            <numerusform>%Ln weitere Elemente vorgelagert zu %1 zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more downstream of %1</source>
        <translation>
            <numerusform>%Ln weiteres Element nachgelagert zu %1 zeigen</numerusform>
            <numerusform>%Ln weitere Elemente nachgelagert zu %1 zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing picked</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards picked; Ctrl+C copies them, Esc lets them go</source>
        <translation>
            <numerusform>%Ln Karte ausgewählt; Strg+C kopiert sie, Esc hebt die Auswahl auf</numerusform>
            <numerusform>%Ln Karten ausgewählt; Strg+C kopiert sie, Esc hebt die Auswahl auf</numerusform>
        </translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards copied</source>
        <translation>
            <numerusform>%Ln Karte kopiert</numerusform>
            <numerusform>%Ln Karten kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the columns of this card</source>
        <translation>Spalten dieser Karte durchsuchen</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Expand upstream</source>
        <translation>Stromaufwärts aufklappen</translation>
    </message>
    <message>
        <source>Expand downstream</source>
        <translation>Stromabwärts aufklappen</translation>
    </message>
    <message>
        <source>Lock the path</source>
        <translation>Pfad festhalten</translation>
    </message>
    <message>
        <source>Close what is in it</source>
        <translation>Inhalt schließen</translation>
    </message>
    <message>
        <source>Show what is in it</source>
        <translation>Inhalt zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln Kante</numerusform>
            <numerusform>%Ln Kanten</numerusform>
        </translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation>Auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cards; arrows walk along edges, Enter opens, Space expands, T shows a tree</source>
        <translation>
            <numerusform>%Ln Karte; Pfeile gehen an Kanten entlang, Eingabe öffnet, Leertaste klappt auf, T zeigt einen Baum</numerusform>
            <numerusform>%Ln Karten; Pfeile gehen an Kanten entlang, Eingabe öffnet, Leertaste klappt auf, T zeigt einen Baum</numerusform>
        </translation>
    </message>
    <message>
        <source>The %1 widest of %2 flows</source>
        <translation>Die %1 breitesten von %2 Flüssen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
</context>
<context>
    <name>meshscope::Gui</name>
    <message>
        <source>Use this workspace file.</source>
        <translation>Diese Arbeitsdatei verwenden.</translation>
    </message>
    <message>
        <source>Open the demo mesh.</source>
        <translation>Das Demo-Mesh öffnen.</translation>
    </message>
    <message>
        <source>Start the demo mesh over.</source>
        <translation>Das Demo-Mesh neu beginnen.</translation>
    </message>
    <message>
        <source>Draw pictures of every view into this folder and end.</source>
        <translation>Bilder aller Ansichten in diesen Ordner zeichnen und enden.</translation>
    </message>
    <message>
        <source>See meshscope --help</source>
        <translation>Siehe meshscope --help</translation>
    </message>
    <message>
        <source>With --shots: just the views whose names start so.</source>
        <translation>Mit --shots: nur die Ansichten, deren Name so beginnt.</translation>
    </message>
</context>
<context>
    <name>meshscope::Health</name>
    <message>
        <source>Last measured %1 ago, on %2; the usual interval is %3. What is older than three intervals says nothing.</source>
        <translation>Zuletzt vor %1 gemessen, am %2; der übliche Abstand ist %3. Was älter als drei Abstände ist, besagt nichts mehr.</translation>
    </message>
    <message>
        <source>arrival of data</source>
        <translation>Eintreffen von Daten</translation>
    </message>
    <message>
        <source>The objective “%1” has no number to compare with.</source>
        <translation>Der Zielwert „%1“ enthält keine Zahl zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nobody has measured this in the last %1 days.</source>
        <translation>In den letzten %1 Tagen hat das niemand gemessen.</translation>
    </message>
    <message>
        <source>The objective “%1” has no unit: say seconds, hours or days.</source>
        <translation>Dem Zielwert „%1“ fehlt die Einheit: Sekunden, Stunden oder Tage angeben.</translation>
    </message>
    <message>
        <source>The objective “%1” is no date.</source>
        <translation>Der Zielwert „%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>Ended on %1, %2 ago.</source>
        <translation>Endete am %1, vor %2.</translation>
    </message>
    <message>
        <source>Ends on %1, in %2; the warning begins %3 days before.</source>
        <translation>Endet am %1, in %2; die Warnung beginnt %3 Tage vorher.</translation>
    </message>
    <message>
        <source>Ends on %1, in %2.</source>
        <translation>Endet am %1, in %2.</translation>
    </message>
    <message>
        <source>Found available on %1; promised from %2.</source>
        <translation>Am %1 verfügbar vorgefunden; zugesagt ab %2.</translation>
    </message>
    <message>
        <source>Not available yet; promised from %1.</source>
        <translation>Noch nicht verfügbar; zugesagt ab %1.</translation>
    </message>
    <message>
        <source>Promised from %1, not available on %2.</source>
        <translation>Zugesagt ab %1, am %2 nicht verfügbar.</translation>
    </message>
    <message>
        <source>Data arrived on %1; promised from %2.</source>
        <translation>Daten trafen am %1 ein; zugesagt ab %2.</translation>
    </message>
    <message>
        <source>Promised from %1; nobody has measured whether it is there.</source>
        <translation>Zugesagt ab %1; niemand hat gemessen, ob es verfügbar ist.</translation>
    </message>
    <message>
        <source>%1 on %2; promised %3.</source>
        <translation>%1 am %2; zugesagt %3.</translation>
    </message>
    <message>
        <source>%1 on %2, within %3.</source>
        <translation>%1 am %2, innerhalb von %3.</translation>
    </message>
    <message>
        <source>%1 now, but %2 of the error budget of %3 days is used; at risk from %4.</source>
        <translation>%1 jetzt, aber %2 des Fehlerbudgets von %3 Tagen sind verbraucht; gefährdet ab %4.</translation>
    </message>
    <message>
        <source>%1 now; at the pace of the last day the error budget is used up in %2 days.</source>
        <translation>%1 jetzt; beim Verbrauch des letzten Tages ist das Fehlerbudget in %2 Tagen aufgebraucht.</translation>
    </message>
    <message>
        <source>Not measured within the window of %1 days.</source>
        <translation>Im Zeitraum von %1 Tagen nicht gemessen.</translation>
    </message>
    <message>
        <source>%1 over %2 days; promised %3: %4 of the error budget is used.</source>
        <translation>%1 über %2 Tage; zugesagt %3: %4 des Fehlerbudgets sind verbraucht.</translation>
    </message>
    <message>
        <source>%1 over %2 days: %3 of the error budget of %4 is used; at risk from %5.</source>
        <translation>%1 über %2 Tage: %3 des Fehlerbudgets von %4 sind verbraucht; gefährdet ab %5.</translation>
    </message>
    <message>
        <source>%1 over %2 days: at the pace of the last day the error budget is used up in %3 days.</source>
        <translation>%1 über %2 Tage: beim Verbrauch des letzten Tages ist das Fehlerbudget in %3 Tagen aufgebraucht.</translation>
    </message>
    <message>
        <source>%1 over %2 days, within %3; %4 of the error budget is used.</source>
        <translation>%1 über %2 Tage, innerhalb von %3; %4 des Fehlerbudgets sind verbraucht.</translation>
    </message>
    <message>
        <source>Only %1 of that time was measured.</source>
        <translation>Nur %1 dieser Zeit wurden gemessen.</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1, promised %2: %3 of what is allowed is used; at risk from %4.</source>
        <translation>%1, zugesagt %2: %3 des Erlaubten sind verbraucht; gefährdet ab %4.</translation>
    </message>
</context>
<context>
    <name>meshscope::HealthExport</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Level status</source>
        <translation>Level-Status</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Error budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Health of %1</source>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <source>Health of the mesh</source>
        <translation>Zustand des Mesh</translation>
    </message>
    <message>
        <source>%1 products, %2. Measured up to %3.</source>
        <translation>%1 Produkte, %2. Gemessen bis %3.</translation>
    </message>
    <message>
        <source>Levels by domain</source>
        <translation>Level nach Domäne</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
</context>
<context>
    <name>meshscope::HealthLists</name>
    <message numerus="yes">
        <source>%1, %Ln step(s) upstream</source>
        <translation>
            <numerusform>%1, %Ln Schritt vorgelagert</numerusform>
            <numerusform>%1, %Ln Schritte vorgelagert</numerusform>
        </translation>
    </message>
    <message>
        <source>Products that need attention</source>
        <translation>Produkte, die Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Levels met</source>
        <translation>Level erfüllt</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Nicht erfüllt</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Affects</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 breached and %2 at risk of %3, worst first, each with its cause</source>
        <translation>%1 verletzt und %2 gefährdet von %3, schlechteste zuerst, je mit Ursache</translation>
    </message>
    <message>
        <source>Products with all levels met</source>
        <translation>Produkte, alles erfüllt</translation>
    </message>
    <message>
        <source>Products breached</source>
        <translation>Verletzte Produkte</translation>
    </message>
    <message>
        <source>Products fresh inside their objective</source>
        <translation>Aktuelle Produkte</translation>
    </message>
    <message>
        <source>Freshness of products</source>
        <translation>Aktualität der Produkte</translation>
    </message>
    <message>
        <source>Products with an active owner</source>
        <translation>Produkte mit aktivem Eigentümer</translation>
    </message>
    <message>
        <source>Products without an owner</source>
        <translation>Produkte ohne Eigentümer</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Service levels met</source>
        <translation>Service-Level erfüllt</translation>
    </message>
    <message>
        <source>Service levels at risk</source>
        <translation>Gefährdete Service-Level</translation>
    </message>
    <message>
        <source>Service levels breached</source>
        <translation>Verletzte Service-Level</translation>
    </message>
    <message>
        <source>Service levels unknown</source>
        <translation>Unbekannte Service-Level</translation>
    </message>
    <message>
        <source>Requests decided</source>
        <translation>Entschiedene Anträge</translation>
    </message>
    <message>
        <source>Requests decided in 3 days</source>
        <translation>In 3 Tagen entschieden</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>no levels</source>
        <translation>keine Level</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s)</source>
        <translation>
            <numerusform>%Ln Level</numerusform>
            <numerusform>%Ln Level</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Antrag</numerusform>
            <numerusform>%Ln Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Products at risk</source>
        <translation>Gefährdete Produkte</translation>
    </message>
    <message>
        <source>Products with unknown levels</source>
        <translation>Produkte mit unbekanntem Stand</translation>
    </message>
    <message>
        <source>Products without a promise</source>
        <translation>Produkte ohne Zusage</translation>
    </message>
</context>
<context>
    <name>meshscope::HealthPage</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Health of the mesh</source>
        <translation>Zustand des Mesh</translation>
    </message>
    <message>
        <source>Domain: all</source>
        <translation>Domäne: alle</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Every level (CSV)…</source>
        <translation>Alle Level (CSV) …</translation>
    </message>
    <message>
        <source>Report (PDF)…</source>
        <translation>Bericht (PDF) …</translation>
    </message>
    <message>
        <source>This page as it is (PNG)…</source>
        <translation>Diese Seite, wie sie ist (PNG) …</translation>
    </message>
    <message>
        <source>Service levels met</source>
        <translation>Service-Level erfüllt</translation>
    </message>
    <message>
        <source>Products with all levels met</source>
        <translation>Produkte, alles erfüllt</translation>
    </message>
    <message>
        <source>Products breached</source>
        <translation>Verletzte Produkte</translation>
    </message>
    <message>
        <source>Fresh inside objective</source>
        <translation>Aktuell wie zugesagt</translation>
    </message>
    <message>
        <source>With an active owner</source>
        <translation>Mit aktivem Eigentümer</translation>
    </message>
    <message>
        <source>Requests decided in 3 days</source>
        <translation>In 3 Tagen entschieden</translation>
    </message>
    <message>
        <source>Levels by domain</source>
        <translation>Level nach Domäne</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Verletzt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Share met</source>
        <translation>Anteil erfüllt</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>Fehlerbudget</translation>
    </message>
    <message>
        <source>least budget left of each domain</source>
        <translation>kleinstes Restbudget je Domäne</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Products that need attention</source>
        <translation>Produkte, die Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Show what needs attention</source>
        <translation>Zeigen, was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>Own causes only</source>
        <translation>Nur eigene Ursachen</translation>
    </message>
    <message>
        <source>Leaves out what only suffers from a product upstream</source>
        <translation>Lässt aus, was nur unter einem vorgelagerten Produkt leidet</translation>
    </message>
    <message>
        <source>Health of %1</source>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <source>%1, %2, measured up to %3</source>
        <translation>%1, %2, gemessen bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln service level(s)</source>
        <translation>
            <numerusform>%Ln Service-Level</numerusform>
            <numerusform>%Ln Service-Level</numerusform>
        </translation>
    </message>
    <message>
        <source>Domain: %1</source>
        <translation>Domäne: %1</translation>
    </message>
    <message numerus="yes">
        <source>Period: %Ln day(s)</source>
        <translation>
            <numerusform>Zeitraum: %Ln Tag</numerusform>
            <numerusform>Zeitraum: %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domänen</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>up %1 points</source>
        <translation>%1 Punkte mehr</translation>
    </message>
    <message>
        <source>down %1 points</source>
        <translation>%1 Punkte weniger</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>%1 weniger</translation>
    </message>
    <message>
        <source>as of now</source>
        <translation>Stand jetzt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln level(s), each counted once</source>
        <translation>
            <numerusform>%Ln Level, einmal gezählt</numerusform>
            <numerusform>%Ln Level, jedes einmal gezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more domain(s) in the table</source>
        <translation>
            <numerusform>%Ln weitere Domäne in der Tabelle</numerusform>
            <numerusform>%Ln weitere Domänen in der Tabelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Judging every day of the period…</source>
        <translation>Jeder Tag des Zeitraums wird beurteilt …</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>No level here has an error budget.</source>
        <translation>Kein Level hier hat ein Fehlerbudget.</translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, %Ln in the table only</source>
        <translation>
            <numerusform>kleinster Rest je Domäne, %Ln nur in der Tabelle</numerusform>
            <numerusform>kleinster Rest je Domäne, %Ln nur in der Tabelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>least left of each domain, window of %Ln day(s)</source>
        <translation>
            <numerusform>kleinster Rest je Domäne, %Ln Tag</numerusform>
            <numerusform>kleinster Rest je Domäne, %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fresh, %2 late, %3 unknown of %4</source>
        <translation>%1 aktuell, %2 verspätet, %3 unbekannt von %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more product(s)</source>
        <translation>
            <numerusform>%Ln weiteres Produkt</numerusform>
            <numerusform>%Ln weitere Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nichts braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Nothing in this list</source>
        <translation>Nichts in dieser Liste</translation>
    </message>
    <message>
        <source>No product is breached or at risk.</source>
        <translation>Kein Produkt ist verletzt oder gefährdet.</translation>
    </message>
    <message>
        <source>Loading the mesh</source>
        <translation>Das Mesh wird geladen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>This domain is gone</source>
        <translation>Diese Domäne gibt es nicht mehr</translation>
    </message>
    <message>
        <source>%1 is not in the mesh any more.</source>
        <translation>%1 ist nicht mehr im Mesh.</translation>
    </message>
    <message>
        <source>Show the whole mesh</source>
        <translation>Das ganze Mesh zeigen</translation>
    </message>
    <message>
        <source>Nothing to judge yet</source>
        <translation>Noch nichts zu beurteilen</translation>
    </message>
    <message>
        <source>No data product has been read. Add an endpoint that holds products and their contracts.</source>
        <translation>Kein Datenprodukt wurde gelesen. Einen Endpunkt mit Produkten und ihren Verträgen hinzufügen.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gesichert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>meshscope::HeldList</name>
    <message>
        <source>What %1 holds</source>
        <translation>Was %1 enthält</translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown here</source>
        <translation>
            <numerusform>%Ln hier gezeigt</numerusform>
            <numerusform>%Ln hier gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln Kante</numerusform>
            <numerusform>%Ln Kanten</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 nach %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
</context>
<context>
    <name>meshscope::HelpPage</name>
    <message>
        <source>Keys and commands</source>
        <translation>Tasten und Befehle</translation>
    </message>
    <message>
        <source>Ctrl+K finds people, products, columns, terms and every command below by its words. Arrows move in the results while typing stays in the field; Enter opens, Ctrl+Enter opens in another window, Esc leaves.</source>
        <translation>Strg+K findet Personen, Produkte, Spalten, Begriffe und jeden Befehl unten anhand seiner Wörter. Pfeiltasten bewegen sich in den Treffern, getippt wird weiter im Feld; Eingabe öffnet, Strg+Eingabe öffnet in einem anderen Fenster, Esc verlässt die Suche.</translation>
    </message>
    <message>
        <source>What is read, and what never is</source>
        <translation>Was gelesen wird und was nie</translation>
    </message>
    <message>
        <source>From a folder: documents below it that Meshscope recognises by their content. Hidden folders, what “.meshscopeignore” lists, and links that lead out of the folder are not followed. Rows of data are read only when a sample is shown, and are not kept. Everything read stays in the workspace file on this computer; only a request for access is ever written back, and only when you send it.</source>
        <translation>Aus einem Ordner: Dokumente darin, die Meshscope am Inhalt erkennt. Versteckten Ordnern, dem, was „.meshscopeignore“ nennt, und Verknüpfungen, die aus dem Ordner hinausführen, wird nicht gefolgt. Datenzeilen werden nur gelesen, wenn eine Stichprobe gezeigt wird, und nicht aufbewahrt. Alles Gelesene bleibt in der Arbeitsdatei auf diesem Computer; zurückgeschrieben wird nur ein Zugriffsantrag, und nur, wenn er ausdrücklich gesendet wird.</translation>
    </message>
    <message>
        <source>About Meshscope</source>
        <translation>Über Meshscope</translation>
    </message>
    <message>
        <source>Meshscope %1, a desktop explorer for data meshes. Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Meshscope %1, ein Desktop-Werkzeug zum Erkunden von Data Meshes. Freie Software unter der GNU General Public License, Version 3 oder später; ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>On the map and in a lineage</source>
        <translation>Auf der Karte und in der Herkunft</translation>
    </message>
    <message>
        <source>Zoom in, out, to actual size, to all</source>
        <translation>Größer, kleiner, Originalgröße, alles</translation>
    </message>
    <message>
        <source>Zoom at the pointer, move</source>
        <translation>Am Zeiger vergrößern, verschieben</translation>
    </message>
    <message>
        <source>wheel, drag</source>
        <translation>Mausrad, Ziehen</translation>
    </message>
    <message>
        <source>Walk along the edges</source>
        <translation>Den Kanten folgen</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Show or fold neighbours</source>
        <translation>Nachbarn zeigen oder falten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Keep a path lit</source>
        <translation>Einen Pfad hervorgehoben lassen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>In a list</source>
        <translation>In einer Liste</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Enter, Ctrl+click</source>
        <translation>Strg+Eingabe, Strg+Klick</translation>
    </message>
    <message>
        <source>Pick several cards</source>
        <translation>Mehrere Karten wählen</translation>
    </message>
    <message>
        <source>Shift+click, Shift+drag</source>
        <translation>Umschalt+Klick, Umschalt+Ziehen</translation>
    </message>
    <message>
        <source>Paths between two picked cards</source>
        <translation>Wege zwischen zwei gewählten Karten</translation>
    </message>
    <message>
        <source>Walk through a card&apos;s edges</source>
        <translation>Die Kanten einer Karte durchgehen</translation>
    </message>
    <message>
        <source>Go to the box around a card</source>
        <translation>Zum Kasten um eine Karte</translation>
    </message>
    <message>
        <source>Pick all, copy what is picked</source>
        <translation>Alle auswählen, Auswahl kopieren</translation>
    </message>
    <message>
        <source>On the map: open or close what is in it</source>
        <translation>Auf der Karte: Inhalt öffnen oder schließen</translation>
    </message>
    <message>
        <source>Space, double click</source>
        <translation>Leertaste, Doppelklick</translation>
    </message>
    <message>
        <source>On the map: open what is under the pointer, close it again</source>
        <translation>Auf der Karte: öffnen, was unter dem Zeiger liegt, wieder schließen</translation>
    </message>
    <message>
        <source>wheel in, out</source>
        <translation>Rad hinein, hinaus</translation>
    </message>
    <message>
        <source>Collapse to schema, product or domain</source>
        <translation>Zu Schema, Produkt oder Domäne zusammenfassen</translation>
    </message>
    <message>
        <source>The same graph as a tree</source>
        <translation>Derselbe Graph als Baum</translation>
    </message>
    <message>
        <source>Search or scroll the columns of a wide card</source>
        <translation>Die Spalten einer breiten Karte durchsuchen oder rollen</translation>
    </message>
</context>
<context>
    <name>meshscope::Http</name>
    <message>
        <source>%1 answered with a web page instead of data. Often that is the login page of a proxy, or the address is not the one of the catalog&apos;s API.</source>
        <translation>%1 antwortete mit einer Webseite statt mit Daten. Oft ist das die Anmeldeseite eines Proxys, oder die Adresse ist nicht die der Schnittstelle des Katalogs.</translation>
    </message>
    <message>
        <source>%1 answered with a web page (“%2”) instead of data. Often that is the login page of a proxy, or the address is not the one of the catalog&apos;s API.</source>
        <translation>%1 antwortete mit einer Webseite („%2“) statt mit Daten. Oft ist das die Anmeldeseite eines Proxys, oder die Adresse ist nicht die der Schnittstelle des Katalogs.</translation>
    </message>
    <message>
        <source>%1 answered with nothing where data was expected.</source>
        <translation>%1 antwortete mit nichts, wo Daten erwartet wurden.</translation>
    </message>
    <message>
        <source>%1 answered with something other than JSON (%2). Check that the address is the one of the catalog&apos;s API.</source>
        <translation>%1 antwortete mit etwas anderem als JSON (%2). Prüfen, ob die Adresse die der Schnittstelle des Katalogs ist.</translation>
    </message>
    <message>
        <source>The answer of %1 is not valid JSON at byte %2 (%3). Try again; if it stays so, tell who runs the catalog.</source>
        <translation>Die Antwort von %1 ist bei Byte %2 kein gültiges JSON (%3). Noch einmal versuchen; bleibt es so, dem Betreiber des Katalogs Bescheid geben.</translation>
    </message>
</context>
<context>
    <name>meshscope::HttpEndpoint</name>
    <message>
        <source>To sign in by basic a user is needed.</source>
        <translation>Zur Anmeldung mit basic wird ein Benutzer gebraucht.</translation>
    </message>
    <message>
        <source>To sign in by mtls a client certificate is needed.</source>
        <translation>Zur Anmeldung mit mtls wird ein Client-Zertifikat gebraucht.</translation>
    </message>
    <message>
        <source>The address may hold no user, password, query or fragment: it is shown and logged. Give credentials as such.</source>
        <translation>Die Adresse darf weder Benutzer noch Kennwort, Abfrage oder Fragment enthalten: Sie wird angezeigt und protokolliert. Zugangsdaten gesondert angeben.</translation>
    </message>
    <message>
        <source>The proxy&apos;s name resolves</source>
        <translation>Der Name des Proxys wird aufgelöst</translation>
    </message>
    <message>
        <source>The name resolves</source>
        <translation>Der Name wird aufgelöst</translation>
    </message>
    <message>
        <source>There is no server %1. Check the spelling, and whether a VPN is needed.</source>
        <translation>Es gibt keinen Server %1. Die Schreibweise prüfen und ob ein VPN nötig ist.</translation>
    </message>
    <message>
        <source>The proxy&apos;s port answers</source>
        <translation>Der Port des Proxys antwortet</translation>
    </message>
    <message>
        <source>The port answers</source>
        <translation>Der Port antwortet</translation>
    </message>
    <message>
        <source>%1 refuses connections at port %2. Check the port, and whether the catalog is running.</source>
        <translation>%1 lehnt Verbindungen an Port %2 ab. Den Port prüfen und ob der Katalog läuft.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2 (%3). A firewall or a missing VPN may be in the way.</source>
        <translation>An %1, Port %2, antwortet nichts (%3). Eine Firewall oder ein fehlendes VPN kann im Weg sein.</translation>
    </message>
    <message>
        <source>The certificate is good</source>
        <translation>Das Zertifikat ist gut</translation>
    </message>
    <message>
        <source>If you know that this is the server, pin its certificate: --pin %1</source>
        <translation>Wer weiß, dass dies der Server ist, legt sein Zertifikat fest: --pin %1</translation>
    </message>
    <message>
        <source>The connection is encrypted</source>
        <translation>Die Verbindung ist verschlüsselt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The login is accepted</source>
        <translation>Die Anmeldung wird angenommen</translation>
    </message>
    <message>
        <source>%1 takes no --auth %2. It takes: %3.</source>
        <translation>%1 kennt kein --auth %2, sondern: %3.</translation>
    </message>
    <message>
        <source>To sign in like that a secret is needed: the token, the password or the key.</source>
        <translation>Zu dieser Anmeldung wird ein Geheimnis gebraucht: das Token, das Kennwort oder der Schlüssel.</translation>
    </message>
    <message>
        <source>There is a secret, but it is not said how to sign in with it. Say it: bearer, basic, …</source>
        <translation>Es gibt ein Geheimnis, aber nicht die Art der Anmeldung. Anzugeben ist bearer, basic, …</translation>
    </message>
    <message>
        <source>The settings are in order</source>
        <translation>Die Einstellungen sind in Ordnung</translation>
    </message>
    <message>
        <source>%1 is not well at the moment (%2).</source>
        <translation>%1 geht es gerade nicht gut (%2).</translation>
    </message>
    <message>
        <source>%1 does not take it (%2).</source>
        <translation>%1 nimmt es nicht an (%2).</translation>
    </message>
    <message>
        <source>%1 does not take it: %2</source>
        <translation>%1 nimmt es nicht an: %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>The option %1 is “%2”: it can be %3.</source>
        <translation>Die Option %1 ist „%2“: Möglich sind %3.</translation>
    </message>
    <message>
        <source>There is no list in the answer.</source>
        <translation>In der Antwort ist keine Liste.</translation>
    </message>
    <message>
        <source>The version is known</source>
        <translation>Die Version ist bekannt</translation>
    </message>
    <message>
        <source>Nobody can read along</source>
        <translation>Niemand kann mitlesen</translation>
    </message>
    <message>
        <source>It is not encrypted, but does not leave this computer</source>
        <translation>Sie ist nicht verschlüsselt, verlässt aber diesen Rechner nicht</translation>
    </message>
    <message>
        <source>The connection is not encrypted: whoever is on the way can read along. Use encryption where the server offers it.</source>
        <translation>Die Verbindung ist nicht verschlüsselt: Wer unterwegs ist, kann mitlesen. Verschlüsselung verwenden, wo der Server sie bietet.</translation>
    </message>
    <message>
        <source>It is an address already</source>
        <translation>Es ist schon eine Adresse</translation>
    </message>
</context>
<context>
    <name>meshscope::HttpFailures</name>
    <message>
        <source>%1 refuses connections. Check the port, and whether the catalog is running.</source>
        <translation>%1 nimmt keine Verbindungen an. Den Port prüfen und ob der Katalog läuft.</translation>
    </message>
    <message>
        <source>There is no server %1. Check the spelling, and whether a VPN is needed.</source>
        <translation>Es gibt keinen Server %1. Die Schreibweise prüfen und ob ein VPN nötig ist.</translation>
    </message>
    <message>
        <source>%1 broke off the connection. If it stays so, the address, a proxy or a client certificate the server wants may be the reason.</source>
        <translation>%1 brach die Verbindung ab. Bleibt es so, kann es an der Adresse, an einem Proxy oder an einem Client-Zertifikat liegen, das der Server verlangt.</translation>
    </message>
    <message>
        <source>%1 broke off the connection. If it stays so, it may not accept the client certificate.</source>
        <translation>%1 brach die Verbindung ab. Bleibt es so, nimmt der Server vielleicht das Client-Zertifikat nicht an.</translation>
    </message>
    <message>
        <source>The proxy does not accept the user and password for it. Check them in the endpoint&apos;s settings.</source>
        <translation>Der Proxy nimmt Benutzer und Passwort nicht an. Beide in den Einstellungen des Endpunkts prüfen.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about (%2). The server may only know versions of TLS older than 1.2, want a client certificate, or not speak TLS on this port.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande (%2). Der Server kennt vielleicht nur TLS-Versionen vor 1.2, verlangt ein Client-Zertifikat oder spricht an diesem Port kein TLS.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2. Try again.</source>
        <translation>Die Verbindung zu %1 scheiterte: %2. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 s. Check the address, and whether a VPN or a proxy is needed.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2 s. Die Adresse prüfen und ob ein VPN oder ein Proxy nötig ist.</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 s. Try again later, or allow more time in the endpoint&apos;s settings.</source>
        <translation>%1 sendete %2 s lang nichts. Später noch einmal versuchen oder in den Einstellungen des Endpunkts mehr Zeit einräumen.</translation>
    </message>
    <message>
        <source>%1 was not done within %2 s. Try again later, or allow more time in the endpoint&apos;s settings.</source>
        <translation>%1 war nach %2 s nicht fertig. Später noch einmal versuchen oder in den Einstellungen des Endpunkts mehr Zeit einräumen.</translation>
    </message>
    <message>
        <source>An answer of %1 is larger than the limit of %2. Ask for smaller pages, or raise the limit in the endpoint&apos;s settings.</source>
        <translation>Eine Antwort von %1 ist größer als die Grenze von %2. Kleinere Seiten verlangen oder die Grenze in den Einstellungen des Endpunkts anheben.</translation>
    </message>
    <message>
        <source>An answer of %1 is damaged or was cut off on its way. Try again.</source>
        <translation>Eine Antwort von %1 ist beschädigt oder wurde unterwegs abgeschnitten. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>An answer of %1 is packed as “%2”, which was not asked for and is not known here.</source>
        <translation>Eine Antwort von %1 ist als „%2“ gepackt; das war nicht verlangt und ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>If your company has an authority of its own, name its file; if you know this certificate, accept it by its fingerprint for this endpoint.</source>
        <translation>Hat die Firma eine eigene Zertifizierungsstelle, deren Datei angeben; ist dieses Zertifikat bekannt, es mit seinem Fingerabdruck für diesen Endpunkt annehmen.</translation>
    </message>
    <message>
        <source>Whether the request had its effect is not known, and it was not repeated: look before you send it again.</source>
        <translation>Ob die Anfrage gewirkt hat, ist nicht bekannt, und sie wurde nicht wiederholt: vor erneutem Senden nachsehen.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: %2</source>
        <translation>Endpunkt „%1“: %2</translation>
    </message>
    <message>
        <source>%1 wants credentials (401), but they are only for %2 and were not sent to another server.</source>
        <translation>%1 verlangt eine Anmeldung (401), aber die Anmeldedaten gelten nur für %2 und wurden keinem anderen Server gesendet.</translation>
    </message>
    <message>
        <source>%1 does not accept the credentials (401). Enter them anew.</source>
        <translation>%1 nimmt die Anmeldedaten nicht an (401). Neu eingeben.</translation>
    </message>
    <message>
        <source>%1 wants credentials (401). Enter them in the endpoint&apos;s settings.</source>
        <translation>%1 verlangt eine Anmeldung (401). Die Anmeldedaten in den Einstellungen des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address (404). Check the address, and that its path is the API&apos;s.</source>
        <translation>%1 hat nichts unter dieser Adresse (404). Die Adresse prüfen und ob ihr Pfad der der Schnittstelle ist.</translation>
    </message>
    <message>
        <source>The proxy wants credentials (407). Enter them in the endpoint&apos;s settings.</source>
        <translation>Der Proxy verlangt eine Anmeldung (407). Die Anmeldedaten in den Einstellungen des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>%1 still says that there are too many requests (429). Lower the rate in the endpoint&apos;s settings, or try again later.</source>
        <translation>%1 meldet weiterhin zu viele Anfragen (429). Die Rate in den Einstellungen des Endpunkts senken oder es später versuchen.</translation>
    </message>
    <message>
        <source>%1 has a fault (%2). Try again later; if it stays so, tell who runs the catalog.</source>
        <translation>%1 hat eine Störung (%2). Später noch einmal versuchen; bleibt es so, dem Betreiber des Katalogs Bescheid geben.</translation>
    </message>
    <message>
        <source>%1 refused the request (%2).</source>
        <translation>%1 lehnte die Anfrage ab (%2).</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 asks to wait %2 s, which is longer than one request may take. Try again after that, or lower the rate in the endpoint&apos;s settings.</source>
        <translation>%1 verlangt %2 s Wartezeit, länger, als eine Anfrage dauern darf. Danach noch einmal versuchen oder die Rate in den Einstellungen des Endpunkts senken.</translation>
    </message>
    <message>
        <source>%1 sends from page to page in a circle, so the listing never ends. What came until then was read; tell who runs the catalog.</source>
        <translation>%1 verweist im Kreis von Seite zu Seite, die Liste endet nie. Was bis dahin kam, wurde gelesen; dem Betreiber des Katalogs Bescheid geben.</translation>
    </message>
    <message>
        <source>“%1” is no address.</source>
        <translation>„%1“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>A name in “%1” cannot be part of a web address.</source>
        <translation>Ein Name in „%1“ kann nicht Teil einer Webadresse sein.</translation>
    </message>
    <message>
        <source>The catalog names an address without encryption (%1), which is not used. The proxy before it should tell it that the outside is encrypted (X-Forwarded-Proto).</source>
        <translation>Der Katalog nennt eine Adresse ohne Verschlüsselung (%1); sie wird nicht benutzt. Der Proxy davor sollte ihm sagen, dass außen verschlüsselt wird (X-Forwarded-Proto).</translation>
    </message>
    <message>
        <source>%1 redirects again and again, more than %2 times. Check the address.</source>
        <translation>%1 leitet immer wieder weiter, mehr als %2-mal. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>The address of endpoint “%1” must begin with https:// or http:// and name a server.</source>
        <translation>Die Adresse des Endpunkts „%1“ muss mit https:// oder http:// beginnen und einen Server nennen.</translation>
    </message>
    <message>
        <source>The address of endpoint “%1” holds a user or password. Take them out and enter them as the endpoint&apos;s credentials: an address is shown and logged.</source>
        <translation>Die Adresse des Endpunkts „%1“ enthält Benutzer oder Passwort. Herausnehmen und als Anmeldedaten des Endpunkts eingeben: eine Adresse wird angezeigt und protokolliert.</translation>
    </message>
    <message>
        <source>%1 redirects to an address without encryption (%2), which is not followed. Use the right address of the catalog.</source>
        <translation>%1 leitet zu einer Adresse ohne Verschlüsselung weiter (%2); dem wird nicht gefolgt. Die richtige Adresse des Katalogs angeben.</translation>
    </message>
    <message>
        <source>%1 redirects to something that is no web address (%2).</source>
        <translation>%1 leitet zu etwas weiter, das keine Webadresse ist (%2).</translation>
    </message>
    <message>
        <source>%1 redirects to another server, %2. What was to be sent there is not sent on: use the right address of the catalog.</source>
        <translation>%1 leitet zu einem anderen Server weiter, %2. Was gesendet werden sollte, geht nicht dorthin: die richtige Adresse des Katalogs angeben.</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached, or did not let the request through (%2). Check the proxy in the endpoint&apos;s settings, or whether it reaches the catalog.</source>
        <translation>Der Proxy %1 war nicht erreichbar oder ließ die Anfrage nicht durch (%2). Den Proxy in den Einstellungen des Endpunkts prüfen oder ob er den Katalog erreicht.</translation>
    </message>
    <message>
        <source>%1 does not allow this (%2). Ask who runs the catalog for the permission.</source>
        <translation>%1 erlaubt das nicht (%2). Bitten Sie den Betreiber des Katalogs um die Berechtigung.</translation>
    </message>
</context>
<context>
    <name>meshscope::HttpOptions</name>
    <message>
        <source>Endpoint “%1”: the option %2 cannot be “%3”. It may be: %4.</source>
        <translation>Endpunkt „%1“: die Option %2 kann nicht „%3“ sein. Möglich ist: %4.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: its %2 is not known here. Enter it in the endpoint&apos;s settings.</source>
        <translation>Endpunkt „%1“: sein Geheimnis %2 ist hier nicht bekannt. In den Einstellungen des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>the SHA-256 fingerprint of a certificate</source>
        <translation>der SHA-256-Fingerabdruck eines Zertifikats</translation>
    </message>
    <message>
        <source>a region of AWS, such as eu-west-1</source>
        <translation>eine AWS-Region, etwa eu-west-1</translation>
    </message>
    <message>
        <source>the address that gives tokens</source>
        <translation>die Adresse, die Tokens ausgibt</translation>
    </message>
    <message>
        <source>the name this program has there</source>
        <translation>der Name, den dieses Programm dort hat</translation>
    </message>
    <message>
        <source>How to log in: none, bearer, basic, key, oauth (client credentials), login (a person, by OAuth), sigv4.</source>
        <translation>Art der Anmeldung: none, bearer, basic, key, oauth (Client-Zugangsdaten), login (eine Person, über OAuth), sigv4.</translation>
    </message>
    <message>
        <source>User for basic.</source>
        <translation>Benutzer für basic.</translation>
    </message>
    <message>
        <source>Header the key goes into.</source>
        <translation>Kopfzeile für den Schlüssel.</translation>
    </message>
    <message>
        <source>Address that gives tokens.</source>
        <translation>Adresse, die Tokens ausgibt.</translation>
    </message>
    <message>
        <source>Address of the login page.</source>
        <translation>Adresse der Anmeldeseite.</translation>
    </message>
    <message>
        <source>Address that gives codes to log in with.</source>
        <translation>Adresse, die Codes zum Anmelden ausgibt.</translation>
    </message>
    <message>
        <source>Name of this program there.</source>
        <translation>Name dieses Programms dort.</translation>
    </message>
    <message>
        <source>Scopes to ask for, with blanks between them.</source>
        <translation>Verlangte Scopes, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Audience to ask for.</source>
        <translation>Verlangte Audience.</translation>
    </message>
    <message>
        <source>Where the client&apos;s secret is sent: header or body.</source>
        <translation>Wo das Geheimnis des Clients gesendet wird: header oder body.</translation>
    </message>
    <message>
        <source>Region of AWS.</source>
        <translation>AWS-Region.</translation>
    </message>
    <message>
        <source>Profile in the files of the AWS command line.</source>
        <translation>Profil in den Dateien der AWS-Kommandozeile.</translation>
    </message>
    <message>
        <source>Access key of AWS, instead of a profile.</source>
        <translation>AWS-Zugriffsschlüssel statt eines Profils.</translation>
    </message>
    <message>
        <source>PEM file of authorities trusted besides the system&apos;s.</source>
        <translation>PEM-Datei mit Zertifizierungsstellen, denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Certificate of this client: PEM or PKCS#12.</source>
        <translation>Zertifikat dieses Clients: PEM oder PKCS#12.</translation>
    </message>
    <message>
        <source>Its key, when it is in another file.</source>
        <translation>Sein Schlüssel, wenn er in einer anderen Datei liegt.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of a certificate that is trusted although it does not verify.</source>
        <translation>SHA-256-Fingerabdruck eines Zertifikats, dem vertraut wird, obwohl es sich nicht prüfen lässt.</translation>
    </message>
    <message>
        <source>system, none, http://host:port or socks5://host:port.</source>
        <translation>system, none, http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>User for the proxy.</source>
        <translation>Benutzer für den Proxy.</translation>
    </message>
    <message>
        <source>Requests a second, at most.</source>
        <translation>Höchstzahl der Anfragen je Sekunde.</translation>
    </message>
    <message>
        <source>Requests at once, 1 to 4.</source>
        <translation>Gleichzeitige Anfragen, 1 bis 4.</translation>
    </message>
    <message>
        <source>Megabytes an answer may have; 64 where nothing is said.</source>
        <translation>Erlaubte Megabyte einer Antwort; ohne Angabe 64.</translation>
    </message>
    <message>
        <source>Seconds one request may take with its repetitions; 600 where nothing is said.</source>
        <translation>Sekunden, die eine Anfrage mit ihren Wiederholungen dauern darf; ohne Angabe 600.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: its secret goes over several lines. Enter it anew, as one.</source>
        <translation>Endpunkt „%1“: sein Geheimnis geht über mehrere Zeilen. Neu eingeben, als eine.</translation>
    </message>
    <message>
        <source>Seconds until a connection stands; 15 where nothing is said.</source>
        <translation>Sekunden, bis eine Verbindung steht; 15 ohne Angabe.</translation>
    </message>
    <message>
        <source>Seconds an answer may pause; 60 where nothing is said.</source>
        <translation>Sekunden, die eine Antwort pausieren darf; 60 ohne Angabe.</translation>
    </message>
    <message>
        <source>Pages one list may have; 200000 where nothing is said.</source>
        <translation>Seiten, die eine Liste haben darf; 200000, wenn nichts angegeben ist.</translation>
    </message>
</context>
<context>
    <name>meshscope::HttpProfile</name>
    <message>
        <source>The certificate file %1 cannot be read: %2.</source>
        <translation>Die Zertifikatsdatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a client certificate: it is no PKCS#12 file, or its passphrase is another.</source>
        <translation>%1 ist als Client-Zertifikat nicht verwendbar: es ist keine PKCS#12-Datei, oder die Passphrase ist eine andere.</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>In %1 ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>There is no private key in %1, or its passphrase is another.</source>
        <translation>In %1 ist kein privater Schlüssel, oder die Passphrase ist eine andere.</translation>
    </message>
    <message>
        <source>There is no certificate in %1. A file of authorities is in the PEM format, with lines “-----BEGIN CERTIFICATE-----”.</source>
        <translation>In %1 ist kein Zertifikat. Eine Datei mit Zertifizierungsstellen hat das PEM-Format mit Zeilen „-----BEGIN CERTIFICATE-----“.</translation>
    </message>
</context>
<context>
    <name>meshscope::Iceberg</name>
    <message>
        <source>Warehouse, or catalog, where the server has several.</source>
        <translation>Warehouse oder Katalog, wenn der Server mehrere hat.</translation>
    </message>
    <message>
        <source>Which snapshots of a table are read: all, or refs (those that branches and tags name). Default: all.</source>
        <translation>Welche Snapshots einer Tabelle gelesen werden: all oder refs (die von Zweigen und Tags genannten). Ohne Angabe: all.</translation>
    </message>
    <message>
        <source>Iceberg REST catalog</source>
        <translation>Iceberg-REST-Katalog</translation>
    </message>
    <message>
        <source>A catalog that speaks Iceberg&apos;s REST protocol: Polaris, Nessie, Unity Catalog, Lakekeeper … The location is what clients call its “uri”, such as https://polaris.example/api/catalog.</source>
        <translation>Ein Katalog, der Icebergs REST-Protokoll spricht: Polaris, Nessie, Unity Catalog, Lakekeeper … Der Ort ist, was Clients seine „uri“ nennen, etwa https://polaris.example/api/catalog.</translation>
    </message>
    <message>
        <source>An Iceberg catalog knows tables and views, no data products.</source>
        <translation>Ein Iceberg-Katalog kennt Tabellen und Sichten, keine Datenprodukte.</translation>
    </message>
    <message>
        <source>The protocol tells what views say in SQL, not what they read.</source>
        <translation>Das Protokoll sagt, was Sichten in SQL sagen, nicht, was sie lesen.</translation>
    </message>
    <message>
        <source>The catalog knows where the files are; rows are read by an engine such as Trino.</source>
        <translation>Der Katalog weiß, wo die Dateien sind; Zeilen liest eine Engine wie Trino.</translation>
    </message>
    <message>
        <source>An Iceberg catalog knows schemas, no contracts.</source>
        <translation>Ein Iceberg-Katalog kennt Schemata, keine Verträge.</translation>
    </message>
    <message>
        <source>The catalog does not tell who reads its tables.</source>
        <translation>Der Katalog sagt nicht, wer seine Tabellen liest.</translation>
    </message>
    <message>
        <source>The protocol has no way to ask for access.</source>
        <translation>Das Protokoll kennt keinen Weg, Zugriff zu beantragen.</translation>
    </message>
    <message>
        <source>The protocol lists no changes: each table is asked for by its ETag, and answered in full where it has changed.</source>
        <translation>Das Protokoll listet keine Änderungen: Jede Tabelle wird mit ihrem ETag angefragt und ganz beantwortet, wo sie sich geändert hat.</translation>
    </message>
    <message>
        <source>The configuration can be read</source>
        <translation>Die Konfiguration kann gelesen werden</translation>
    </message>
    <message>
        <source>What answers is no Iceberg catalog. Check the address: it is the one that clients are given as “uri”.</source>
        <translation>Was antwortet, ist kein Iceberg-Katalog. Prüfen Sie die Adresse: Es ist die, die Clients als „uri“ bekommen.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Its paths begin with “%1”</source>
        <translation>Seine Pfade beginnen mit „%1“</translation>
    </message>
    <message>
        <source>The protocol does not tell it. Iceberg 1.11 is known to work.</source>
        <translation>Das Protokoll sagt sie nicht. Iceberg 1.11 ist bekannt.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>Namespaces can be read</source>
        <translation>Namensräume sind lesbar</translation>
    </message>
    <message>
        <source>Tables can be listed</source>
        <translation>Tabellen können aufgelistet werden</translation>
    </message>
    <message>
        <source>Tables can be read</source>
        <translation>Tabellen können gelesen werden</translation>
    </message>
    <message>
        <source>The first of “%1” is “%2”</source>
        <translation>Die erste von „%1“ ist „%2“</translation>
    </message>
    <message>
        <source>Views can be listed</source>
        <translation>Sichten können aufgelistet werden</translation>
    </message>
    <message>
        <source>The catalog has no views</source>
        <translation>Der Katalog hat keine Sichten</translation>
    </message>
    <message>
        <source>What answers at %1 is no Iceberg catalog: /v1/config is not there, or says something else. Check the address: it is the one that clients are given as “uri”.</source>
        <translation>Was unter %1 antwortet, ist kein Iceberg-Katalog: /v1/config gibt es nicht, oder es sagt etwas anderes. Prüfen Sie die Adresse: Es ist die, die Clients als „uri“ bekommen.</translation>
    </message>
    <message>
        <source>The catalog would have its clients speak to %1 instead. It was asked where it is: use that address if you trust it.</source>
        <translation>Der Katalog möchte, dass seine Clients mit %1 sprechen. Gefragt wurde er, wo er ist: Nehmen Sie jene Adresse, wenn Sie ihr trauen.</translation>
    </message>
    <message>
        <source>“%1” is %2 levels deep: what is below was not read.</source>
        <translation>„%1“ ist %2 Ebenen tief: Was darunter ist, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The catalog lists no namespaces within others.</source>
        <translation>Der Katalog listet keine Namensräume in anderen auf.</translation>
    </message>
    <message>
        <source>namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>namespaces below “%1”</source>
        <translation>Namensräume unter „%1“</translation>
    </message>
    <message>
        <source>properties of namespaces</source>
        <translation>Eigenschaften von Namensräumen</translation>
    </message>
    <message>
        <source>tables of “%1”</source>
        <translation>Tabellen von „%1“</translation>
    </message>
    <message>
        <source>views of “%1”</source>
        <translation>Sichten von „%1“</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>The catalog&apos;s answer about “%1” holds no metadata: there is nothing to read.</source>
        <translation>Die Antwort des Katalogs zu „%1“ enthält keine Metadaten: Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>Table “%1”: its metadata has no schema %2.</source>
        <translation>Tabelle „%1“: Ihre Metadaten haben kein Schema %2.</translation>
    </message>
</context>
<context>
    <name>meshscope::ImpactList</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>nothing downstream is shown</source>
        <translation>nichts Nachgelagertes wird gezeigt</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln Domäne</numerusform>
            <numerusform>%Ln Domänen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %Ln steps</source>
        <translation>
            <numerusform>innerhalb von %Ln Schritt</numerusform>
            <numerusform>innerhalb von %Ln Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Impact of %1</source>
        <translation>Auswirkung von %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
</context>
<context>
    <name>meshscope::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Select something to see what it is, who owns it and how it stands.</source>
        <translation>Etwas auswählen, um zu sehen, was es ist, wem es gehört und wie es darum steht.</translation>
    </message>
    <message>
        <source>Request access…</source>
        <translation>Zugriff beantragen …</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation>%1 von %2 erfüllt</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Issue</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>meshscope::IssueModel</name>
    <message>
        <source>Issue</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>meshscope::IssuesPage</name>
    <message>
        <source>Filter issues</source>
        <translation>Meldungen filtern</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>%1, %2 in the last run of each endpoint</source>
        <translation>%1, %2 im letzten Lauf jedes Endpunkts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <source>Everything recognised in the last run of each endpoint was understood.</source>
        <translation>Alles, was im letzten Lauf jedes Endpunkts erkannt wurde, wurde verstanden.</translation>
    </message>
</context>
<context>
    <name>meshscope::JsonRows</name>
    <message>
        <source>Line %1 is not valid JSON.</source>
        <translation>Zeile %1 ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Values longer than %1 characters are cut.</source>
        <translation>Werte mit mehr als %1 Zeichen sind gekürzt.</translation>
    </message>
</context>
<context>
    <name>meshscope::KeptRows</name>
    <message>
        <source>The catalog hides from this login what is in: %1.</source>
        <translation>Der Katalog verbirgt vor dieser Anmeldung, was hier steht: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with other numbers of values than there are columns are left out.</source>
        <translation>
            <numerusform>%Ln Zeile mit einer anderen Zahl von Werten, als es Spalten gibt, ist weggelassen.</numerusform>
            <numerusform>%Ln Zeilen mit einer anderen Zahl von Werten, als es Spalten gibt, sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Values longer than %1 characters are cut.</source>
        <translation>Werte mit mehr als %1 Zeichen sind gekürzt.</translation>
    </message>
    <message>
        <source>Only the first %1 columns are shown.</source>
        <translation>Nur die ersten %1 Spalten werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>meshscope::KeychainStore</name>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain cannot be used: %1. Unlock it and try again.</source>
        <translation>Der Schlüsselbund des Desktops lässt sich nicht verwenden: %1. Ihn entsperren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain is locked or does not hold the key %1.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt oder enthält den Schlüssel %1 nicht.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain holds a key %1 already: it is not replaced.</source>
        <translation>Der Schlüsselbund des Desktops enthält schon einen Schlüssel %1: er wird nicht ersetzt.</translation>
    </message>
</context>
<context>
    <name>meshscope::Kind</name>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>Data product</source>
        <translation>Datenprodukt</translation>
    </message>
    <message>
        <source>Data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Data contract</source>
        <translation>Datenvertrag</translation>
    </message>
    <message>
        <source>Data contracts</source>
        <translation>Datenverträge</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Person or team</source>
        <translation>Person oder Team</translation>
    </message>
    <message>
        <source>People and teams</source>
        <translation>Personen und Teams</translation>
    </message>
    <message>
        <source>Access request</source>
        <translation>Zugriffsantrag</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanträge</translation>
    </message>
</context>
<context>
    <name>meshscope::LevelName</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>General availability</source>
        <translation>Verfügbar ab</translation>
    </message>
    <message>
        <source>End of support</source>
        <translation>Ende der Unterstützung</translation>
    </message>
    <message>
        <source>End of life</source>
        <translation>Ende der Lebensdauer</translation>
    </message>
    <message>
        <source>Time of availability</source>
        <translation>Bereitstellungszeit</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Zeit bis zur Erkennung</translation>
    </message>
    <message>
        <source>Time to notify</source>
        <translation>Zeit bis zur Meldung</translation>
    </message>
    <message>
        <source>Time to repair</source>
        <translation>Zeit bis zur Behebung</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>Timeliness</source>
        <translation>Rechtzeitigkeit</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Row count</source>
        <translation>Zeilenzahl</translation>
    </message>
</context>
<context>
    <name>meshscope::LevelText</name>
    <message>
        <source>%1 met</source>
        <translation>%1 erfüllt</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation>%1 gefährdet</translation>
    </message>
    <message>
        <source>%1 breached</source>
        <translation>%1 verletzt</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>no service levels</source>
        <translation>keine Service-Level</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>meshscope::LevelsPanel</name>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Nothing is promised here: neither the document nor its contract names a service level. Its owner can add slaProperties to the contract.</source>
        <translation>Hier ist nichts zugesagt: weder Dokument noch Vertrag nennen ein Service-Level. Der Eigentümer kann im Vertrag slaProperties ergänzen.</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <translation>%1, letzte %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Days in the chart below</source>
        <translation>Tage im Diagramm darunter</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Error budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>What is left of the misses the objective allows in its window</source>
        <translation>Was von den Verfehlungen übrig ist, die der Zielwert in seinem Zeitraum erlaubt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Of the newest measurement</source>
        <translation>Der neuesten Messung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Alt+T</source>
        <translation>Alt+T</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Add lines for this level to measurements/*.ndjson of its endpoint, or a quality run.</source>
        <translation>Für dieses Level Zeilen in measurements/*.ndjson des Endpunkts ergänzen oder einen Qualitätslauf.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 is breached.</source>
        <translation>%1 ist verletzt.</translation>
    </message>
    <message>
        <source>%1 is at risk.</source>
        <translation>%1 ist gefährdet.</translation>
    </message>
    <message>
        <source>%1 is unknown.</source>
        <translation>%1 ist unbekannt.</translation>
    </message>
    <message>
        <source>Upstream cause: %1</source>
        <translation>Vorgelagerte Ursache: %1</translation>
    </message>
    <message>
        <source>%1 by day</source>
        <translation>%1 nach Tagen</translation>
    </message>
    <message>
        <source>not measured in these days</source>
        <translation>an diesen Tagen nicht gemessen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>%1 was not measured in its window</source>
        <translation>%1 wurde im Zeitraum nicht gemessen</translation>
    </message>
    <message>
        <source>%1, newest first: %2</source>
        <translation>%1, neueste zuerst: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>meshscope::Lifecycle</name>
    <message>
        <source>it is about the product %1, asked was %2</source>
        <translation>sie betrifft das Produkt %1, beantragt war %2</translation>
    </message>
    <message>
        <source>it covers the port %1, asked was %2</source>
        <translation>sie umfasst den Port %1, beantragt war %2</translation>
    </message>
    <message>
        <source>it covers only the columns %1, asked were all</source>
        <translation>sie umfasst nur die Spalten %1, beantragt waren alle</translation>
    </message>
    <message>
        <source>it does not cover the columns %1</source>
        <translation>sie umfasst die Spalten %1 nicht</translation>
    </message>
</context>
<context>
    <name>meshscope::LineagePage</name>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Find in this graph</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>There is nothing to draw</source>
        <translation>Es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Lineage of %1</source>
        <translation>Herkunft von %1</translation>
    </message>
    <message>
        <source>This is no longer there</source>
        <translation>Das gibt es nicht mehr</translation>
    </message>
    <message>
        <source>%1 was not in the last read.</source>
        <translation>%1 war beim letzten Lesen nicht dabei.</translation>
    </message>
    <message>
        <source>Find Something Else</source>
        <translation>Etwas anderes suchen</translation>
    </message>
    <message>
        <source>No lineage yet</source>
        <translation>Noch keine Herkunft</translation>
    </message>
    <message>
        <source>No endpoint has named a product or a dataset.</source>
        <translation>Kein Endpunkt hat ein Produkt oder einen Datenbestand genannt.</translation>
    </message>
    <message>
        <source>Add an Endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Laying out the lineage</source>
        <translation>Die Herkunft wird angeordnet</translation>
    </message>
    <message>
        <source>Choose what to follow</source>
        <translation>Auswählen, was verfolgt wird</translation>
    </message>
    <message>
        <source>The whole mesh has %1 nodes at this level: too many to read as one lineage. Find a product, dataset or column and open its lineage, or group by domain.</source>
        <translation>Das ganze Mesh hat auf dieser Ebene %1 Knoten: zu viele, um sie als eine Herkunft zu lesen. Ein Produkt, einen Datenbestand oder eine Spalte suchen und dessen Herkunft öffnen, oder nach Domäne gruppieren.</translation>
    </message>
    <message>
        <source>Find Something</source>
        <translation>Etwas suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domains</source>
        <translation>
            <numerusform>%Ln Domäne</numerusform>
            <numerusform>%Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>, %1 behind the + buttons</source>
        <translation>, %1 hinter den +-Knöpfen</translation>
    </message>
    <message>
        <source>, %1 hidden by the filter (%2)</source>
        <translation>, %1 vom Filter ausgeblendet (%2)</translation>
    </message>
    <message numerus="yes">
        <source>, %Ln cycles (dashed back)</source>
        <translation>
            <numerusform>, %Ln Kreis (gestrichelt zurück)</numerusform>
            <numerusform>, %Ln Kreise (gestrichelt zurück)</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: %1 hidden</source>
        <translation>Filter: %1 ausgeblendet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>An endpoint in this graph was not read completely: there may be more than is shown.</source>
        <translation>Ein Endpunkt in diesem Graphen wurde nicht vollständig gelesen: es kann mehr geben, als gezeigt wird.</translation>
    </message>
    <message>
        <source>No endpoint knows a lineage of %1</source>
        <translation>Kein Endpunkt kennt eine Herkunft von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one path</source>
        <translation>%1, ein Pfad</translation>
    </message>
    <message>
        <source>%1, the shortest of %2 paths</source>
        <translation>%1, der kürzeste von %2 Pfaden</translation>
    </message>
    <message>
        <source>no endpoint knows where it comes from or goes to</source>
        <translation>kein Endpunkt weiß, woher sie kommt oder wohin sie geht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns upstream</source>
        <translation>
            <numerusform>%Ln Spalte vorgelagert</numerusform>
            <numerusform>%Ln Spalten vorgelagert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln downstream</source>
        <translation>
            <numerusform>%Ln nachgelagert</numerusform>
            <numerusform>%Ln nachgelagert</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1: how many steps are shown; below 0 all of them</source>
        <translation>%1: wie viele Schritte gezeigt werden; unter 0 alle</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Vorgelagert</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Nachgelagert</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Show columns and trace one of them</source>
        <translation>Spalten zeigen und eine davon verfolgen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Show the jobs on the edges</source>
        <translation>Die Jobs an den Kanten zeigen</translation>
    </message>
    <message>
        <source>Show only some of the graph</source>
        <translation>Nur einen Teil des Graphen zeigen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>Graph exportieren</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message>
        <source>Nothing in this graph is called “%1”</source>
        <translation>Nichts in diesem Graphen heißt „%1“</translation>
    </message>
    <message>
        <source>Path unlocked</source>
        <translation>Pfad gelöst</translation>
    </message>
    <message>
        <source>The paths through %1 stay lit; L unlocks</source>
        <translation>Die Pfade durch %1 bleiben hervorgehoben; L löst sie</translation>
    </message>
    <message>
        <source>The list was copied</source>
        <translation>Die Liste wurde kopiert</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open in New &amp;Window</source>
        <translation>In ne&amp;uem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open Its &amp;Product</source>
        <translation>Zugehöriges &amp;Produkt öffnen</translation>
    </message>
    <message>
        <source>Set as &amp;Root</source>
        <translation>Als &amp;Ausgangspunkt setzen</translation>
    </message>
    <message>
        <source>Show More &amp;Upstream</source>
        <translation>Mehr &amp;Vorgelagertes zeigen</translation>
    </message>
    <message>
        <source>Show More &amp;Downstream</source>
        <translation>Mehr &amp;Nachgelagertes zeigen</translation>
    </message>
    <message>
        <source>Co&amp;llapse</source>
        <translation>&amp;Zuklappen</translation>
    </message>
    <message>
        <source>Fold &amp;Columns</source>
        <translation>&amp;Spalten zuklappen</translation>
    </message>
    <message>
        <source>Show &amp;Columns</source>
        <translation>&amp;Spalten zeigen</translation>
    </message>
    <message>
        <source>Unlock Path	L</source>
        <translation>Pfad lösen	L</translation>
    </message>
    <message>
        <source>Lock Path	L</source>
        <translation>Pfad festhalten	L</translation>
    </message>
    <message>
        <source>Copy &amp;Address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>&amp;Fit	F</source>
        <translation>&amp;Einpassen	F</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>P lists the paths between the two</source>
        <translation>P listet die Wege zwischen den beiden auf</translation>
    </message>
    <message>
        <source>Pick two cards with Shift and click: P lists the paths between them</source>
        <translation>Zwei Karten mit Umschalt und Klick wählen: P listet die Wege zwischen ihnen auf</translation>
    </message>
    <message>
        <source>&amp;Paths Between the Two	P</source>
        <translation>&amp;Wege zwischen den beiden	P</translation>
    </message>
    <message>
        <source>Paths &amp;from Here…</source>
        <translation>Wege &amp;von hier …</translation>
    </message>
    <message>
        <source>Now choose Paths to Here on the card they lead to</source>
        <translation>Nun „Wege bis hier“ auf der Karte wählen, zu der sie führen</translation>
    </message>
    <message>
        <source>Paths from %1 &amp;to Here</source>
        <translation>Wege von %1 &amp;bis hier</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Ringe</translation>
    </message>
    <message>
        <source>&amp;Expand Again	Space</source>
        <translation>&amp;Wieder aufklappen	Leertaste</translation>
    </message>
    <message>
        <source>&amp;List What It Holds</source>
        <translation>&amp;Auflisten, was sie enthält</translation>
    </message>
    <message>
        <source>Collapse to &amp;Schema %1 (%2)</source>
        <translation>Zum &amp;Schema %1 zusammenfassen (%2)</translation>
    </message>
    <message>
        <source>Collapse to &amp;Product %1 (%2)</source>
        <translation>Zum &amp;Produkt %1 zusammenfassen (%2)</translation>
    </message>
    <message>
        <source>Collapse to &amp;Domain %1 (%2)</source>
        <translation>Zur &amp;Domäne %1 zusammenfassen (%2)</translation>
    </message>
    <message>
        <source>Select a dataset or product first: C collapses it to its schema, product or domain</source>
        <translation>Zuerst einen Datenbestand oder ein Produkt wählen: C fasst ihn zum Schema, Produkt oder zur Domäne zusammen</translation>
    </message>
    <message numerus="yes">
        <source>, in %Ln collapsed cards</source>
        <translation>
            <numerusform>, in %Ln zusammengefassten Karte</numerusform>
            <numerusform>, in %Ln zusammengefassten Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Full circle</source>
        <translation>Ganzer Kreis</translation>
    </message>
    <message>
        <source>Undo All &amp;Collapsing</source>
        <translation>Alles &amp;Zusammengefasste aufklappen</translation>
    </message>
    <message>
        <source>Show the graph as a tree (T)</source>
        <translation>Den Graphen als Baum zeigen (T)</translation>
    </message>
    <message>
        <source>Dataset steps upstream</source>
        <translation>Datensatz-Schritte aufwärts</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>abwärts</translation>
    </message>
    <message>
        <source>Dataset steps downstream</source>
        <translation>Datensatz-Schritte abwärts</translation>
    </message>
</context>
<context>
    <name>meshscope::LineageScene</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>last run %1: %2</source>
        <translation>letzter Lauf %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln datasets</source>
        <translation>
            <numerusform>Enthält %Ln Datenbestand</numerusform>
            <numerusform>Enthält %Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln products</source>
        <translation>
            <numerusform>Enthält %Ln Produkt</numerusform>
            <numerusform>Enthält %Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %Ln products and datasets</source>
        <translation>
            <numerusform>Enthält %Ln Produkt oder Datenbestand</numerusform>
            <numerusform>Enthält %Ln Produkte und Datenbestände</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::LoginPanel</name>
    <message>
        <source>You log in with your browser; what it gives is kept in your keychain and renewed by itself.</source>
        <translation>Sie melden sich mit Ihrem Browser an; was dabei herauskommt, bleibt in Ihrem Schlüsselbund und erneuert sich von selbst.</translation>
    </message>
    <message>
        <source>Cancel the login</source>
        <translation>Anmeldung abbrechen</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Log in again…</source>
        <translation>Erneut anmelden…</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Asking the login server…</source>
        <translation>Der Anmeldeserver wird gefragt…</translation>
    </message>
    <message>
        <source>The login was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Waiting for your browser to come back…</source>
        <translation>Es wird gewartet, bis Ihr Browser zurückkommt…</translation>
    </message>
    <message>
        <source>Type this code at %1. Waiting…</source>
        <translation>Geben Sie diesen Code auf %1 ein. Es wird gewartet…</translation>
    </message>
    <message>
        <source>You are logged in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
</context>
<context>
    <name>meshscope::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>Add a &amp;Folder…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Open a &amp;Workspace…</source>
        <translation>&amp;Arbeitsdatei öffnen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open the &amp;Link on the Clipboard</source>
        <translation>&amp;Link aus der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Open the &amp;Demo Mesh</source>
        <translation>&amp;Demo-Mesh öffnen</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Search Everything</source>
        <translation>Alles &amp;durchsuchen</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Copy &amp;Address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Copy &amp;Link to This Page</source>
        <translation>&amp;Link zu dieser Seite kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>The link to this page is on the clipboard</source>
        <translation>Der Link zu dieser Seite ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal Text</source>
        <translation>&amp;Normale Textgröße</translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation>Ctrl+0</translation>
    </message>
    <message>
        <source>&amp;Reduced Motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Issues</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>&amp;Willkommen</translation>
    </message>
    <message>
        <source>&amp;Mesh</source>
        <translation>&amp;Mesh</translation>
    </message>
    <message>
        <source>&amp;Sync All Endpoints</source>
        <translation>&amp;Alle Endpunkte abgleichen</translation>
    </message>
    <message>
        <source>S&amp;top Syncing</source>
        <translation>Abgleich an&amp;halten</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;Add an Endpoint</source>
        <translation>&amp;Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Back to &amp;Now</source>
        <translation>Zurück zu &amp;jetzt</translation>
    </message>
    <message>
        <source>&amp;Open the Selection</source>
        <translation>Aus&amp;wahl öffnen</translation>
    </message>
    <message>
        <source>&amp;Lineage of the Selection</source>
        <translation>Her&amp;kunft der Auswahl</translation>
    </message>
    <message>
        <source>Ctrl+Shift+G</source>
        <translation>Ctrl+Shift+G</translation>
    </message>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Zugriff</translation>
    </message>
    <message>
        <source>&amp;Request Access…</source>
        <translation>Zugriff &amp;beantragen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>&amp;My Requests</source>
        <translation>Meine &amp;Anträge</translation>
    </message>
    <message>
        <source>M&amp;y Access</source>
        <translation>&amp;Mein Zugriff</translation>
    </message>
    <message>
        <source>To &amp;Decide</source>
        <translation>Zu &amp;entscheiden</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys and Commands</source>
        <translation>&amp;Tasten und Befehle</translation>
    </message>
    <message>
        <source>&amp;About Meshscope</source>
        <translation>&amp;Über Meshscope</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsdatei öffnen</translation>
    </message>
    <message>
        <source>Meshscope workspaces (*.mesh);;All files (*)</source>
        <translation>Meshscope-Arbeitsdateien (*.mesh);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Copy a meshscope link or an address first, then open it here</source>
        <translation>Zuerst einen meshscope-Link oder eine Adresse kopieren, dann hier öffnen</translation>
    </message>
    <message>
        <source>The workspace could not be read: %1</source>
        <translation>Die Arbeitsdatei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is not in this workspace</source>
        <translation>%1 ist nicht in dieser Arbeitsdatei</translation>
    </message>
    <message>
        <source>There is no page called %1</source>
        <translation>Es gibt keine Seite namens %1</translation>
    </message>
    <message>
        <source>%1 – Meshscope</source>
        <translation>%1 – Meshscope</translation>
    </message>
    <message>
        <source>This is what the workspace knew %1.</source>
        <translation>Dies ist der Stand der Arbeitsdatei vom %1.</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The demo mesh opens in a window of its own</source>
        <translation>Das Demo-Mesh öffnet sich in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>Matc&amp;hes</source>
        <translation>Ü&amp;bereinstimmungen</translation>
    </message>
</context>
<context>
    <name>meshscope::MapLegend</name>
    <message numerus="yes">
        <source>%Ln met</source>
        <translation>
            <numerusform>%Ln erfüllt</numerusform>
            <numerusform>%Ln erfüllt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln at risk</source>
        <translation>
            <numerusform>%Ln gefährdet</numerusform>
            <numerusform>%Ln gefährdet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breached</source>
        <translation>
            <numerusform>%Ln verletzt</numerusform>
            <numerusform>%Ln verletzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a promise</source>
        <translation>
            <numerusform>%Ln ohne Zusage</numerusform>
            <numerusform>%Ln ohne Zusage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows, each line as wide as the logarithm of its count</source>
        <translation>
            <numerusform>%Ln Fluss, Breite logarithmisch</numerusform>
            <numerusform>%Ln Flüsse, Breite logarithmisch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more inside the boxes</source>
        <translation>
            <numerusform>%Ln weiterer in Kästen</numerusform>
            <numerusform>%Ln weitere in Kästen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>holds a flow of %1</source>
        <translation>enthält einen Fluss von %1</translation>
    </message>
    <message>
        <source>More of the legend</source>
        <translation>Mehr von der Legende</translation>
    </message>
</context>
<context>
    <name>meshscope::MapPage</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>Domain map</source>
        <translation>Domänenkarte</translation>
    </message>
    <message>
        <source>There is nothing to draw</source>
        <translation>Es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Between domains</source>
        <translation>Zwischen Domänen</translation>
    </message>
    <message>
        <source>Between sub-domains</source>
        <translation>Zwischen Unterdomänen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Karte exportieren</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message>
        <source>Nothing on the map is called “%1”</source>
        <translation>Nichts auf der Karte heißt „%1“</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Noch keine Produkte</translation>
    </message>
    <message>
        <source>No endpoint has named a domain or a data product.</source>
        <translation>Kein Endpunkt hat eine Domäne oder ein Datenprodukt genannt.</translation>
    </message>
    <message>
        <source>Add an endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>This domain is no longer there</source>
        <translation>Diese Domäne gibt es nicht mehr</translation>
    </message>
    <message>
        <source>%1 was not in the last read.</source>
        <translation>%1 war beim letzten Lesen nicht dabei.</translation>
    </message>
    <message>
        <source>Laying out the domain map</source>
        <translation>Die Domänenkarte wird angeordnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln domains</source>
        <translation>
            <numerusform>in %Ln Domäne</numerusform>
            <numerusform>in %Ln Domänen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-domains</source>
        <translation>
            <numerusform>%Ln Unterdomäne</numerusform>
            <numerusform>%Ln Unterdomänen</numerusform>
        </translation>
    </message>
    <message>
        <source>Go &amp;Into</source>
        <translation>H&amp;ineingehen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open in New &amp;Window</source>
        <translation>In ne&amp;uem Fenster öffnen</translation>
    </message>
    <message>
        <source>&amp;Lineage</source>
        <translation>&amp;Herkunft</translation>
    </message>
    <message>
        <source>&amp;Copy Address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>&amp;Fit	F</source>
        <translation>&amp;Einpassen	F</translation>
    </message>
    <message>
        <source>Whole &amp;Map</source>
        <translation>&amp;Ganze Karte</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Treemap</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Breached levels</source>
        <translation>Verletzte Service-Level</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Close Here	Space</source>
        <translation>Hier &amp;schließen	Leertaste</translation>
    </message>
    <message>
        <source>Show What Is &amp;in It	Space</source>
        <translation>&amp;Inhalt zeigen	Leertaste</translation>
    </message>
    <message>
        <source>Close &amp;All That Is Open</source>
        <translation>&amp;Alles Offene schließen</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <translation>%1 ist geschlossen</translation>
    </message>
    <message>
        <source>Show the graph as a tree (T)</source>
        <translation>Den Graphen als Baum zeigen (T)</translation>
    </message>
    <message>
        <source>Show only some of what is there</source>
        <translation>Nur einen Teil von dem zeigen, was da ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Produkt</numerusform>
            <numerusform>%Ln Datenbestände ohne Produkt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;List Them</source>
        <translation>Auf&amp;listen</translation>
    </message>
</context>
<context>
    <name>meshscope::MapScene</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln consumers</source>
        <translation>
            <numerusform>%Ln Konsument</numerusform>
            <numerusform>%Ln Konsumenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets</source>
        <translation>
            <numerusform>%Ln Datenbestand</numerusform>
            <numerusform>%Ln Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln levels</source>
        <translation>
            <numerusform>%Ln Level</numerusform>
            <numerusform>%Ln Level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own products</source>
        <translation>
            <numerusform>%Ln eigenes Produkt</numerusform>
            <numerusform>%Ln eigene Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products in sub-domains</source>
        <translation>
            <numerusform>%Ln Produkt in Unterdomänen</numerusform>
            <numerusform>%Ln Produkte in Unterdomänen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows between products; click for the list</source>
        <translation>
            <numerusform>%Ln Fluss zwischen Produkten; Klick zeigt die Liste</numerusform>
            <numerusform>%Ln Flüsse zwischen Produkten; Klick zeigt die Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln breached levels</source>
        <translation>
            <numerusform>%Ln verletztes Service-Level</numerusform>
            <numerusform>%Ln verletzte Service-Level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Area: columns</source>
        <translation>Fläche: Spalten</translation>
    </message>
    <message>
        <source>Area: consumers</source>
        <translation>Fläche: Konsumenten</translation>
    </message>
    <message>
        <source>Area: datasets</source>
        <translation>Fläche: Datenbestände</translation>
    </message>
    <message>
        <source>Area: service levels</source>
        <translation>Fläche: Service-Level</translation>
    </message>
    <message>
        <source>Area: breached service levels</source>
        <translation>Fläche: verletzte Service-Level</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have none</source>
        <translation>
            <numerusform>%Ln Produkt ohne</numerusform>
            <numerusform>%Ln Produkte ohne</numerusform>
        </translation>
    </message>
    <message>
        <source>The row gives to the column; a marked corner runs against the order of the flow</source>
        <translation>Die Zeile gibt an die Spalte; eine markierte Ecke läuft gegen die Reihenfolge</translation>
    </message>
    <message>
        <source>output port</source>
        <translation>Ausgangsport</translation>
    </message>
    <message>
        <source>input port</source>
        <translation>Eingangsport</translation>
    </message>
    <message>
        <source>of no product</source>
        <translation>ohne Produkt</translation>
    </message>
    <message>
        <source>outside %1</source>
        <translation>außerhalb von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln relations; click for the list</source>
        <translation>
            <numerusform>%Ln Beziehung; Klick zeigt die Liste</numerusform>
            <numerusform>%Ln Beziehungen; Klick zeigt die Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is offered at %2</source>
        <translation>%1 wird an %2 angeboten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Produkt</numerusform>
            <numerusform>%Ln Datenbestände ohne Produkt</numerusform>
        </translation>
    </message>
    <message>
        <source>dataset of no product</source>
        <translation>Datenbestand ohne Produkt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows between products</source>
        <translation>
            <numerusform>%Ln Fluss zwischen Produkten</numerusform>
            <numerusform>%Ln Flüsse zwischen Produkten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flows from or to datasets of no product; click for the list</source>
        <translation>
            <numerusform>%Ln Fluss von oder zu Datenbeständen ohne Produkt; ein Klick öffnet die Liste</numerusform>
            <numerusform>%Ln Flüsse von oder zu Datenbeständen ohne Produkt; ein Klick öffnet die Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Area: one for each product, and for each dataset of no product</source>
        <translation>Fläche: eine je Produkt und je Datenbestand ohne Produkt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product have none</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Produkt hat keine</numerusform>
            <numerusform>%Ln Datenbestände ohne Produkt haben keine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own datasets of no product</source>
        <translation>
            <numerusform>%Ln eigener Datenbestand ohne Produkt</numerusform>
            <numerusform>%Ln eigene Datenbestände ohne Produkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no product in sub-domains</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Produkt in Unterdomänen</numerusform>
            <numerusform>%Ln Datenbestände ohne Produkt in Unterdomänen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln datasets of no domain are not shown</source>
        <translation>
            <numerusform>%Ln Datenbestand ohne Domäne wird nicht gezeigt</numerusform>
            <numerusform>%Ln Datenbestände ohne Domäne werden nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Area: one for each dataset</source>
        <translation>Fläche: eine für jeden Datensatz</translation>
    </message>
</context>
<context>
    <name>meshscope::Marquez</name>
    <message>
        <source>What a domain is: none, or each namespace. Default: none.</source>
        <translation>Was eine Domäne ist: none (nichts) oder jeder Namensraum (namespace). Standard: none.</translation>
    </message>
    <message>
        <source>Marquez</source>
        <translation>Marquez</translation>
    </message>
    <message>
        <source>A Marquez server, which gathers OpenLineage events. The location is its address, such as http://marquez.example:5000.</source>
        <translation>Ein Marquez-Server, der OpenLineage-Ereignisse sammelt. Der Ort ist seine Adresse, etwa http://marquez.example:5000.</translation>
    </message>
    <message>
        <source>Marquez knows namespaces, no domains. The option domain=namespace shows each namespace as one.</source>
        <translation>Marquez kennt Namensräume, keine Domänen. Die Option domain=namespace zeigt jeden Namensraum als eine.</translation>
    </message>
    <message>
        <source>Marquez knows datasets and jobs, no data products.</source>
        <translation>Marquez kennt Datasets und Jobs, keine Datenprodukte.</translation>
    </message>
    <message>
        <source>Marquez keeps what is said of the data, never the data.</source>
        <translation>Marquez bewahrt auf, was über die Daten gesagt wird, nie die Daten selbst.</translation>
    </message>
    <message>
        <source>Marquez knows no contracts, only what checks found.</source>
        <translation>Marquez kennt keine Verträge, nur was Prüfungen ergaben.</translation>
    </message>
    <message>
        <source>Marquez counts runs of jobs, not who reads the data.</source>
        <translation>Marquez zählt Läufe von Jobs, nicht wer die Daten liest.</translation>
    </message>
    <message>
        <source>Nobody asks Marquez for access: it grants none.</source>
        <translation>Niemand bittet Marquez um Zugriff: Es gewährt keinen.</translation>
    </message>
    <message>
        <source>Namespaces can be read</source>
        <translation>Namensräume sind lesbar</translation>
    </message>
    <message>
        <source>What answers is no Marquez: there are no namespaces in its answer. Check the address.</source>
        <translation>Was antwortet, ist kein Marquez: In der Antwort sind keine Namensräume. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>There is none yet</source>
        <translation>Es gibt noch keinen</translation>
    </message>
    <message>
        <source>The first is “%1”</source>
        <translation>Der erste ist „%1“</translation>
    </message>
    <message>
        <source>Marquez does not tell it over its API. Versions to 0.51 are known to work.</source>
        <translation>Marquez nennt sie über seine API nicht. Versionen bis 0.51 sind erprobt.</translation>
    </message>
    <message>
        <source>%1 in “%2”</source>
        <translation>%1 in „%2“</translation>
    </message>
    <message>
        <source>Datasets can be read</source>
        <translation>Datasets sind lesbar</translation>
    </message>
    <message>
        <source>Jobs can be read</source>
        <translation>Jobs sind lesbar</translation>
    </message>
    <message>
        <source>Sources can be read</source>
        <translation>Quellen sind lesbar</translation>
    </message>
    <message>
        <source>One by one: the server fails over a source without an address</source>
        <translation>Eine nach der anderen: Der Server scheitert an einer Quelle ohne Adresse</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Tags can be read</source>
        <translation>Tags sind lesbar</translation>
    </message>
    <message>
        <source>There is no list “%1” in the answer.</source>
        <translation>In der Antwort fehlt die Liste „%1“.</translation>
    </message>
    <message>
        <source>%1 of “%2”</source>
        <translation>%1 von „%2“</translation>
    </message>
    <message>
        <source>%1: the server counts %2 and lists %3.</source>
        <translation>%1: Der Server zählt %2 und listet %3.</translation>
    </message>
    <message numerus="yes">
        <source>The server hides %Ln namespace(s) from its own pages: %1. They were read all the same.</source>
        <translation>
            <numerusform>Der Server verbirgt %Ln Namensraum auf seinen Seiten: %1. Er wurde trotzdem gelesen.</numerusform>
            <numerusform>Der Server verbirgt %Ln Namensräume auf seinen Seiten: %1. Sie wurden trotzdem gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>namespaces</source>
        <translation>Namensräume</translation>
    </message>
    <message>
        <source>What answers at %1 is no Marquez: there are no namespaces in its answer. Check the address.</source>
        <translation>Was bei %1 antwortet, ist kein Marquez: In der Antwort sind keine Namensräume. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>datasets of “%1”</source>
        <translation>Datasets von „%1“</translation>
    </message>
    <message>
        <source>jobs of “%1”</source>
        <translation>Jobs von „%1“</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>meshscope::MatchModel</name>
    <message>
        <source>You said: one thing</source>
        <translation>Sie sagten: eines</translation>
    </message>
    <message>
        <source>You said: two things</source>
        <translation>Sie sagten: zwei verschiedene</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Dies</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Ist vielleicht</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
</context>
<context>
    <name>meshscope::MatchesPage</name>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Filter matches</source>
        <translation>Übereinstimmungen filtern</translation>
    </message>
    <message>
        <source>&amp;One thing</source>
        <translation>&amp;Eines</translation>
    </message>
    <message>
        <source>&amp;Two things</source>
        <translation>&amp;Zwei verschiedene</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Übereinstimmungen</translation>
    </message>
    <message>
        <source>what endpoints call differently and may be one thing</source>
        <translation>was Endpunkte verschieden nennen und eines sein kann</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Comparing what the endpoints know…</source>
        <translation>Es wird verglichen, was die Endpunkte wissen…</translation>
    </message>
    <message>
        <source>Nothing was decided</source>
        <translation>Nichts wurde entschieden</translation>
    </message>
    <message>
        <source>What you say of a proposed match is remembered here for ever.</source>
        <translation>Was Sie zu einem Vorschlag sagen, wird hier für immer gemerkt.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Matches are between endpoints: with two or more, what they call differently and may be one thing is proposed here.</source>
        <translation>Übereinstimmungen gibt es zwischen Endpunkten: ab zweien wird hier vorgeschlagen, was sie verschieden nennen und eines sein kann.</translation>
    </message>
    <message>
        <source>No open proposals</source>
        <translation>Keine offenen Vorschläge</translation>
    </message>
    <message>
        <source>What several endpoints name alike is one thing already; nothing else looks alike enough to ask.</source>
        <translation>Was mehrere Endpunkte gleich nennen, ist schon eines; sonst ähnelt sich nichts genug, um zu fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) chosen</source>
        <translation>
            <numerusform>%Ln Übereinstimmung gewählt</numerusform>
            <numerusform>%Ln Übereinstimmungen gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) confirmed</source>
        <translation>
            <numerusform>%Ln Übereinstimmung bestätigt</numerusform>
            <numerusform>%Ln Übereinstimmungen bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) refused</source>
        <translation>
            <numerusform>%Ln Übereinstimmung abgelehnt</numerusform>
            <numerusform>%Ln Übereinstimmungen abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) taken back</source>
        <translation>
            <numerusform>%Ln Entscheidung zurückgenommen</numerusform>
            <numerusform>%Ln Entscheidungen zurückgenommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Measurements</name>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;good&quot; and &quot;total&quot; go together</source>
        <translation>„good“ und „total“ gehören zusammen</translation>
    </message>
    <message>
        <source>&quot;good&quot; must lie between 0 and &quot;total&quot;</source>
        <translation>„good“ muss zwischen 0 und „total“ liegen</translation>
    </message>
    <message>
        <source>it has neither &quot;value&quot; nor &quot;good&quot; and &quot;total&quot;</source>
        <translation>es fehlt „value“ oder „good“ und „total“</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>&quot;at&quot; is not a time with offset, such as 2026-01-31T08:00:00Z</source>
        <translation>„at“ ist keine Zeit mit Zeitverschiebung, etwa 2026-01-31T08:00:00Z</translation>
    </message>
    <message>
        <source>&quot;target&quot; is missing: name what was measured by its address or id</source>
        <translation>„target“ fehlt: mit Adresse oder Kennung angeben, was gemessen wurde</translation>
    </message>
    <message>
        <source>&quot;property&quot; is missing: name it as in the contract</source>
        <translation>„property“ fehlt: benennen wie im Vertrag</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>the unit &quot;%1&quot; is none of %2</source>
        <translation>die Einheit „%1“ ist keine von %2</translation>
    </message>
    <message>
        <source>This measurement was left out: %1. Correct the line.</source>
        <translation>Diese Messung wurde ausgelassen: %1. Die Zeile berichtigen.</translation>
    </message>
    <message>
        <source>it is not one JSON object</source>
        <translation>es ist kein einzelnes JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>meshscope::Mesh</name>
    <message>
        <source>No domain</source>
        <translation>Keine Domäne</translation>
    </message>
    <message>
        <source>nothing here is called “%1”: search for it, or sync its endpoint</source>
        <translation>nichts hier heißt „%1“: danach suchen oder den Endpunkt abgleichen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>“%1” is the name of %2 things: say which: %3</source>
        <translation>„%1“ heißen %2 Dinge: genauer angeben, welches: %3</translation>
    </message>
</context>
<context>
    <name>meshscope::OAuth</name>
    <message>
        <source>No port of this computer can be opened for the browser to come back to: %1</source>
        <translation>Kein Port dieses Rechners lässt sich öffnen, zu dem der Browser zurückkommen kann: %1</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>This is not the login that was begun. Start it again in Meshscope.</source>
        <translation>Das ist nicht die begonnene Anmeldung. In Meshscope neu beginnen.</translation>
    </message>
    <message>
        <source>You are logged in. This page can be closed.</source>
        <translation>Die Anmeldung ist erfolgt. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>The login was refused. Meshscope says more.</source>
        <translation>Die Anmeldung wurde abgelehnt. Mehr dazu sagt Meshscope.</translation>
    </message>
    <message>
        <source>The login was refused: %1</source>
        <translation>Die Anmeldung wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The login at %1 has run out or was withdrawn. Log in again.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen oder wurde widerrufen. Neu anmelden.</translation>
    </message>
    <message>
        <source>%1 does not accept the client “%2” or its secret. Check both.</source>
        <translation>%1 nimmt den Client „%2“ oder sein Geheimnis nicht an. Beide prüfen.</translation>
    </message>
    <message>
        <source>%1 gave no token.</source>
        <translation>%1 gab kein Token.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>The login at %1 has run out. Log in again.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen. Neu anmelden.</translation>
    </message>
    <message>
        <source>“%1” cannot be used to log in: such an address begins with https://.</source>
        <translation>„%1“ ist zum Anmelden nicht verwendbar: eine solche Adresse beginnt mit https://.</translation>
    </message>
    <message>
        <source>Nobody logged in within the time for it. Start the login again.</source>
        <translation>In der Zeit dafür hat sich niemand angemeldet. Die Anmeldung neu beginnen.</translation>
    </message>
    <message>
        <source>%1 calls itself %2. Enter the issuer as it calls itself.</source>
        <translation>%1 nennt sich selbst %2. Den Aussteller so eingeben, wie er sich nennt.</translation>
    </message>
    <message>
        <source>%1 gave no code to log in with.</source>
        <translation>%1 gab keinen Code zum Anmelden.</translation>
    </message>
</context>
<context>
    <name>meshscope::OpenDataMesh</name>
    <message>
        <source>Open Data Mesh</source>
        <translation>Open Data Mesh</translation>
    </message>
    <message>
        <source>The Open Data Mesh platform: its registry, and its marketplace behind the same address, such as https://odm.example.</source>
        <translation>Die Plattform Open Data Mesh: ihr Verzeichnis und, hinter derselben Adresse, ihr Marktplatz, etwa https://odm.example.</translation>
    </message>
    <message>
        <source>Its descriptors say what a port depends on, not which data: that is shown between products.</source>
        <translation>Seine Beschreibungen sagen, wovon ein Port abhängt, nicht von welchen Daten: Das wird zwischen Produkten gezeigt.</translation>
    </message>
    <message>
        <source>Its descriptors know no lineage of columns.</source>
        <translation>Seine Beschreibungen kennen keine Herkunft von Spalten.</translation>
    </message>
    <message>
        <source>It keeps descriptors, no data.</source>
        <translation>Es hält Beschreibungen, keine Daten.</translation>
    </message>
    <message>
        <source>It keeps what is promised, not what was measured.</source>
        <translation>Es hält, was versprochen ist, nicht, was gemessen wurde.</translation>
    </message>
    <message>
        <source>It does not see who reads the data.</source>
        <translation>Es sieht nicht, wer die Daten liest.</translation>
    </message>
    <message>
        <source>It has no feed: the lists are read and compared, and descriptors asked for where they tell of a change.</source>
        <translation>Es hat keine Folge von Ereignissen: Die Listen werden gelesen und verglichen, und Beschreibungen erfragt, wo sie eine Änderung zeigen.</translation>
    </message>
    <message>
        <source>What answers is no Open Data Mesh: there is no list in its answer. Check the address.</source>
        <translation>Was antwortet, ist kein Open Data Mesh: In der Antwort steht keine Liste. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Data products can be read</source>
        <translation>Datenprodukte sind lesbar</translation>
    </message>
    <message>
        <source>Open Data Mesh does not tell it over its API. Registry 2.0 and marketplace 0.1 are known to work.</source>
        <translation>Open Data Mesh nennt sie nicht über seine API. Verzeichnis 2.0 und Marktplatz 0.1 werden verstanden.</translation>
    </message>
    <message>
        <source>Versions can be read</source>
        <translation>Versionen sind lesbar</translation>
    </message>
    <message>
        <source>Requests for access can be read</source>
        <translation>Anträge auf Zugriff sind lesbar</translation>
    </message>
    <message>
        <source>What answers at %1 is no registry of Open Data Mesh: there are no products in its answer. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein Verzeichnis von Open Data Mesh: In der Antwort stehen keine Produkte. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>versions of products</source>
        <translation>Versionen von Produkten</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>descriptors</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>There is no marketplace at this address, so no requests for access.</source>
        <translation>Unter dieser Adresse ist kein Marktplatz, darum keine Anträge auf Zugriff.</translation>
    </message>
    <message>
        <source>answers to requests</source>
        <translation>Antworten auf Anträge</translation>
    </message>
    <message>
        <source>requests for access</source>
        <translation>Anträge auf Zugriff</translation>
    </message>
    <message>
        <source>The descriptor of %1 is in no standard that is known here (%2): the product is shown without it.</source>
        <translation>Die Beschreibung von %1 ist in keinem Standard, der hier bekannt ist (%2): Das Produkt wird ohne sie gezeigt.</translation>
    </message>
    <message>
        <source>%1 answers something else than a list of requests.</source>
        <translation>%1 antwortet etwas anderes als eine Liste von Anträgen.</translation>
    </message>
    <message>
        <source>%1 has no request %2.</source>
        <translation>%1 hat keinen Antrag %2.</translation>
    </message>
    <message>
        <source>%1 has no product %2 (any more): sync it, or ask for another.</source>
        <translation>%1 hat kein Produkt %2 (mehr): Gleichen Sie es ab, oder bitten Sie um ein anderes.</translation>
    </message>
    <message>
        <source>No version of %1 has the output port %2.</source>
        <translation>Keine Version von %1 hat den Ausgangsport %2.</translation>
    </message>
    <message>
        <source>%1 takes requests for one output port at a time: choose the ports.</source>
        <translation>%1 nimmt Anträge für je einen Ausgangsport an: Wählen Sie die Ports.</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>Entschieden von %1</translation>
    </message>
    <message>
        <source>Decided by %1: %2</source>
        <translation>Entschieden von %1: %2</translation>
    </message>
    <message>
        <source>Open Data Mesh cannot extend an access: ask for it anew.</source>
        <translation>Open Data Mesh kann einen Zugriff nicht verlängern: Bitten Sie neu darum.</translation>
    </message>
    <message>
        <source>In Open Data Mesh nobody gives an access back: ask who owns the product to revoke it.</source>
        <translation>In Open Data Mesh gibt niemand einen Zugriff zurück: Bitten Sie den Eigentümer des Produkts, ihn zu entziehen.</translation>
    </message>
</context>
<context>
    <name>meshscope::OpenDataProducts</name>
    <message>
        <source>opendataproducts.org ODPS %1 is newer than what is known (4.1): what is known of it was read</source>
        <translation>opendataproducts.org ODPS %1 ist neuer als das, was bekannt ist (4.1): was davon bekannt ist, wurde gelesen</translation>
    </message>
    <message>
        <source>the product has neither `productID` nor `name`: give it one of them</source>
        <translation>das Produkt hat weder `productID` noch `name`: eines davon ergänzen</translation>
    </message>
    <message>
        <source>the reference %1 leads nowhere in this document</source>
        <translation>der Verweis %1 führt in diesem Dokument ins Leere</translation>
    </message>
</context>
<context>
    <name>meshscope::OpenLineage</name>
    <message>
        <source>This event names no job: its datasets were read, give it job.name.</source>
        <translation>Dieses Ereignis nennt keinen Job: seine Datenbestände wurden gelesen; job.name ergänzen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) have no readable eventTime and are taken as the oldest: give them one.</source>
        <translation>
            <numerusform>%Ln Ereignis hat keine lesbare eventTime und gilt als ältestes: eine ergänzen.</numerusform>
            <numerusform>%Ln Ereignisse haben keine lesbare eventTime und gelten als älteste: eine ergänzen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::OpenMetadata</name>
    <message>
        <source>The option namespaces has “%1”: write service=namespace, several with commas between.</source>
        <translation>Die Option namespaces enthält „%1“: Schreiben Sie Dienst=Namensraum, mehrere mit Komma dazwischen.</translation>
    </message>
    <message>
        <source>What a domain is: domain, or service (services, databases and schemas). Default: domain.</source>
        <translation>Was eine Domäne ist: domain oder service (Dienste, Datenbanken und Schemas). Vorgabe: domain.</translation>
    </message>
    <message>
        <source>OpenLineage namespaces of services whose connection does not tell them, as service=namespace, with commas between.</source>
        <translation>OpenLineage-Namensräume von Diensten, deren Verbindung sie nicht verrät, als Dienst=Namensraum, mit Komma dazwischen.</translation>
    </message>
    <message>
        <source>Hours between two readings of everything; those in between read what has changed. 0: each one reads everything. Default: 24.</source>
        <translation>Stunden zwischen zwei Abgleichen, die alles lesen; die dazwischen lesen, was sich geändert hat. 0: jeder liest alles. Vorgabe: 24.</translation>
    </message>
    <message>
        <source>OpenMetadata</source>
        <translation>OpenMetadata</translation>
    </message>
    <message>
        <source>An OpenMetadata server (1.6 to 2.x). The location is its address, such as https://openmetadata.example:8585; the secret is the token of a bot or of a person.</source>
        <translation>Ein OpenMetadata-Server (1.6 bis 2.x). Der Ort ist seine Adresse, etwa https://openmetadata.example:8585; das Geheimnis ist das Token eines Bots oder einer Person.</translation>
    </message>
    <message>
        <source>The login is known</source>
        <translation>Die Anmeldung ist bekannt</translation>
    </message>
    <message>
        <source>The version is known</source>
        <translation>Die Version ist bekannt</translation>
    </message>
    <message>
        <source>What answers is no OpenMetadata: its version cannot be read. Check the address.</source>
        <translation>Was antwortet, ist kein OpenMetadata: Seine Version lässt sich nicht lesen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>It does not tell it. 1.6 to 2.0 are known to work.</source>
        <translation>Er nennt sie nicht. 1.6 bis 2.0 funktionieren bekanntermaßen.</translation>
    </message>
    <message>
        <source>Domains can be read</source>
        <translation>Domänen sind lesbar</translation>
    </message>
    <message>
        <source>Data products can be read</source>
        <translation>Datenprodukte sind lesbar</translation>
    </message>
    <message>
        <source>Tables can be read</source>
        <translation>Tabellen sind lesbar</translation>
    </message>
    <message>
        <source>Topics can be read</source>
        <translation>Topics sind lesbar</translation>
    </message>
    <message>
        <source>Dashboards can be read</source>
        <translation>Dashboards sind lesbar</translation>
    </message>
    <message>
        <source>Pipelines can be read</source>
        <translation>Pipelines sind lesbar</translation>
    </message>
    <message>
        <source>Containers can be read</source>
        <translation>Container sind lesbar</translation>
    </message>
    <message>
        <source>Users can be read</source>
        <translation>Benutzer sind lesbar</translation>
    </message>
    <message>
        <source>Glossary terms can be read</source>
        <translation>Glossarbegriffe sind lesbar</translation>
    </message>
    <message>
        <source>Data contracts can be read</source>
        <translation>Datenverträge sind lesbar</translation>
    </message>
    <message>
        <source>Test cases can be read</source>
        <translation>Testfälle sind lesbar</translation>
    </message>
    <message>
        <source>This server has none of these</source>
        <translation>Dieser Server hat keine davon</translation>
    </message>
    <message>
        <source>There is no list in the answer.</source>
        <translation>In der Antwort ist keine Liste.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them</source>
        <translation>
            <numerusform>%Ln davon</numerusform>
            <numerusform>%Ln davon</numerusform>
        </translation>
    </message>
    <message>
        <source>contracts as ODCS</source>
        <translation>Verträge als ODCS</translation>
    </message>
    <message>
        <source>a role whose policy allows ViewAll of “%1”</source>
        <translation>eine Rolle, deren Richtlinie ViewAll für „%1“ erlaubt</translation>
    </message>
    <message>
        <source>checks of contracts</source>
        <translation>Prüfungen von Verträgen</translation>
    </message>
    <message>
        <source>lineage of %1</source>
        <translation>Herkunft von %1</translation>
    </message>
    <message>
        <source>profiles of tables</source>
        <translation>Profile von Tabellen</translation>
    </message>
    <message>
        <source>usage of %1</source>
        <translation>Nutzung von %1</translation>
    </message>
    <message>
        <source>results of tests</source>
        <translation>Ergebnisse von Tests</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>The catalog tells that data flows here, and does not tell this login what it is.</source>
        <translation>Der Katalog sagt, dass hier Daten fließen, und sagt dieser Anmeldung nicht, was es ist.</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>data models of dashboards</source>
        <translation>Datenmodelle von Dashboards</translation>
    </message>
    <message>
        <source>ML models</source>
        <translation>ML-Modelle</translation>
    </message>
    <message>
        <source>search indexes</source>
        <translation>Suchindizes</translation>
    </message>
    <message>
        <source>API endpoints</source>
        <translation>API-Endpunkte</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>stored procedures</source>
        <translation>gespeicherte Prozeduren</translation>
    </message>
    <message>
        <source>database services</source>
        <translation>Datenbankdienste</translation>
    </message>
    <message>
        <source>messaging services</source>
        <translation>Nachrichtendienste</translation>
    </message>
    <message>
        <source>storage services</source>
        <translation>Speicherdienste</translation>
    </message>
    <message>
        <source>dashboard services</source>
        <translation>Dashboard-Dienste</translation>
    </message>
    <message>
        <source>pipeline services</source>
        <translation>Pipeline-Dienste</translation>
    </message>
    <message>
        <source>ML model services</source>
        <translation>ML-Modell-Dienste</translation>
    </message>
    <message>
        <source>search services</source>
        <translation>Suchdienste</translation>
    </message>
    <message>
        <source>API services</source>
        <translation>API-Dienste</translation>
    </message>
    <message>
        <source>schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>glossary terms</source>
        <translation>Glossarbegriffe</translation>
    </message>
    <message>
        <source>domains</source>
        <translation>Domänen</translation>
    </message>
    <message>
        <source>data contracts</source>
        <translation>Datenverträge</translation>
    </message>
    <message>
        <source>data products</source>
        <translation>Datenprodukte</translation>
    </message>
    <message>
        <source>output ports of “%1”</source>
        <translation>Ausgabeports von „%1“</translation>
    </message>
    <message>
        <source>input ports of “%1”</source>
        <translation>Eingabeports von „%1“</translation>
    </message>
    <message>
        <source>test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>The server gives a contract as ODCS that is none: it was left out.</source>
        <translation>Der Server gibt einen Vertrag als ODCS, der keiner ist: Er wurde ausgelassen.</translation>
    </message>
    <message>
        <source>What answers at %1 is no OpenMetadata: its version cannot be read. Check the address.</source>
        <translation>Was auf %1 antwortet, ist kein OpenMetadata: Seine Version lässt sich nicht lesen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>This server has no list of these: %1.</source>
        <translation>Dieser Server hat von diesen keine Liste: %1.</translation>
    </message>
    <message>
        <source>requests for access</source>
        <translation>Zugangsanträge</translation>
    </message>
    <message>
        <source>%1 takes no requests for access: that came with OpenMetadata 2.0.</source>
        <translation>%1 nimmt keine Zugangsanträge an: Die kamen mit OpenMetadata 2.0.</translation>
    </message>
    <message>
        <source>%1 answers something else than a list of requests.</source>
        <translation>%1 antwortet etwas anderes als eine Liste von Anträgen.</translation>
    </message>
    <message>
        <source>%1 has no request %2.</source>
        <translation>%1 hat keinen Antrag %2.</translation>
    </message>
    <message>
        <source>%1 has no output port %2 (any more): sync %3, or ask for another.</source>
        <translation>%1 hat keinen Ausgabeport %2 (mehr): Gleichen Sie %3 ab oder beantragen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 offers nothing to be done with the request at the moment. Try again later.</source>
        <translation>%1 bietet für den Antrag gerade nichts an. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>What %1 offers to be done with the request now is: %2.</source>
        <translation>Was %1 für den Antrag jetzt anbietet, ist: %2.</translation>
    </message>
    <message>
        <source>%1 wants a reason with this: write a note.</source>
        <translation>%1 möchte hierzu einen Grund: Schreiben Sie eine Notiz.</translation>
    </message>
    <message>
        <source>OpenMetadata&apos;s workflow gives a request to its reviewers by itself.</source>
        <translation>Der Ablauf von OpenMetadata gibt einen Antrag von selbst an seine Prüfer.</translation>
    </message>
    <message>
        <source>OpenMetadata cannot extend an access: ask for it anew.</source>
        <translation>OpenMetadata kann einen Zugang nicht verlängern: Beantragen Sie ihn neu.</translation>
    </message>
    <message>
        <source>OpenMetadata keeps the day that was asked for: the one you chose is kept here only.</source>
        <translation>OpenMetadata behält den beantragten Tag: Der von Ihnen gewählte steht nur hier.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>In OpenMetadata nobody gives an access back: ask who decided to revoke it.</source>
        <translation>In OpenMetadata gibt niemand einen Zugriff zurück: Bitten Sie, wer entschieden hat, ihn zu entziehen.</translation>
    </message>
    <message>
        <source>OpenMetadata keeps sample rows of tables, topics, containers and search indexes; %1 is none.</source>
        <translation>OpenMetadata hält Beispielzeilen von Tabellen, Topics, Containern und Suchindizes; %1 ist nichts davon.</translation>
    </message>
    <message>
        <source>%1 is not in the catalog (any more). Read the endpoint again.</source>
        <translation>%1 ist nicht (mehr) im Katalog. Den Endpunkt neu lesen.</translation>
    </message>
    <message>
        <source>The permission that may be missing: a role whose policy allows %1 of “%2”.</source>
        <translation>Das Recht, das fehlen mag: eine Rolle, deren Richtlinie %1 von „%2“ erlaubt.</translation>
    </message>
    <message>
        <source>The answer about %1 names no id. Check the address.</source>
        <translation>Die Antwort über %1 nennt keine Kennung. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>OpenMetadata keeps no sample rows of %1: the ingestion that profiles it stores them, where it is told to.</source>
        <translation>OpenMetadata hält keine Beispielzeilen von %1: Sie legt die Ingestion ab, die es profiliert, wo man sie lässt.</translation>
    </message>
    <message>
        <source>The server answers %1: %2</source>
        <translation>Der Server antwortet mit %1: %2</translation>
    </message>
</context>
<context>
    <name>meshscope::Paged</name>
    <message>
        <source>The answer of %1 is damaged or ends half-way (line %2: %3). Try again; if it stays so, tell who runs the catalog.</source>
        <translation>Die Antwort von %1 ist beschädigt oder endet mittendrin (Zeile %2: %3). Noch einmal versuchen; bleibt es so, den Betreiber des Katalogs verständigen.</translation>
    </message>
    <message>
        <source>%1 answered with nothing where data was expected.</source>
        <translation>%1 antwortete mit nichts, wo Daten erwartet wurden.</translation>
    </message>
    <message numerus="yes">
        <source>Nor could %Ln more of the %1.</source>
        <translation>
            <numerusform>Ebenso wenig %Ln weitere: %1.</numerusform>
            <numerusform>Ebenso wenig %Ln weitere: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So %Ln more of the %1 were not asked for.</source>
        <translation>
            <numerusform>Daher wurde nach %Ln weiteren nicht gefragt: %1.</numerusform>
            <numerusform>Daher wurde nach %Ln weiteren nicht gefragt: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 are listed, and not there when asked for (404).</source>
        <translation>
            <numerusform>%Ln der %1 ist aufgeführt, aber auf Nachfrage nicht da (404).</numerusform>
            <numerusform>%Ln der %1 sind aufgeführt, aber auf Nachfrage nicht da (404).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the %1 went away while they were read.</source>
        <translation>
            <numerusform>%Ln der %1 verschwand beim Lesen.</numerusform>
            <numerusform>%Ln der %1 verschwanden beim Lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>Not all %1 could be read. %2</source>
        <translation>Unvollständig gelesen: %1. %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Dafür braucht es: %1.</translation>
    </message>
    <message>
        <source>The server fails over it (500): %1</source>
        <translation>Der Server scheitert daran (500): %1</translation>
    </message>
    <message>
        <source>There is no list in the answer of %1.</source>
        <translation>In der Antwort von %1 steht keine Liste.</translation>
    </message>
    <message>
        <source>The server&apos;s list does not end: it sends back to where it was.</source>
        <translation>Die Liste des Servers endet nicht: Sie führt dorthin zurück, wo sie schon war.</translation>
    </message>
    <message numerus="yes">
        <source>The server fails (500) over %Ln of the %1.</source>
        <translation>
            <numerusform>Der Server scheitert (500) an %Ln: %1.</numerusform>
            <numerusform>Der Server scheitert (500) an %Ln: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list of %1 changed each of the %Ln times it was read. What was found is kept: sync again when there is less going on.</source>
        <translation>
            <numerusform>Die Liste änderte sich beim Lesen: %1. Was gefunden wurde, bleibt: noch einmal lesen, wenn weniger los ist.</numerusform>
            <numerusform>Die Liste änderte sich bei jedem der %Ln Male, die sie gelesen wurde: %1. Was gefunden wurde, bleibt: noch einmal lesen, wenn weniger los ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server lists %Ln of the %1 more than once.</source>
        <translation>
            <numerusform>Der Server listet %Ln mehrfach: %1.</numerusform>
            <numerusform>Der Server listet %Ln mehrfach: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server counts %Ln more of the %1 than it lists: hidden or deleted ones.</source>
        <translation>
            <numerusform>Der Server zählt %Ln mehr, als er listet: %1. Versteckt oder gelöscht.</numerusform>
            <numerusform>Der Server zählt %Ln mehr, als er listet: %1. Versteckt oder gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hours after which everything is read again although the server says that nothing has changed: that finds what was deleted. 0: each time. Default: 24.</source>
        <translation>Stunden, nach denen alles neu gelesen wird, obwohl der Server sagt, dass sich nichts geändert hat: So wird bemerkt, was gelöscht wurde. 0: jedes Mal. Vorgabe: 24.</translation>
    </message>
    <message>
        <source>The option full is “%1”: it is a number of hours.</source>
        <translation>Die Option full ist „%1“: Sie ist eine Zahl von Stunden.</translation>
    </message>
    <message>
        <source>Nothing in the answer of %1 has an identifier.</source>
        <translation>Nichts in der Antwort von %1 hat eine Kennung.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lists %Ln of the %2 as nothing.</source>
        <translation>
            <numerusform>%1 listet %Ln Eintrag (%2) als nichts.</numerusform>
            <numerusform>%1 listet %Ln Einträge (%2) als nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer of %1 holds nothing of what was asked for.</source>
        <translation>Die Antwort von %1 enthält nichts von dem, was gefragt wurde.</translation>
    </message>
    <message>
        <source>The answer of %1 is damaged.</source>
        <translation>Die Antwort von %1 ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>Not all %1 and %Ln more could be read. %2</source>
        <translation>
            <numerusform>Nicht alle %1 und %Ln weitere konnten gelesen werden. %2</numerusform>
            <numerusform>Nicht alle %1 und %Ln weitere konnten gelesen werden. %2</numerusform>
        </translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>“%1” of “%2”</source>
        <translation>„%1“ von „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%1 sent %Ln of the %2 damaged: what was known of them stays. The first is %3.</source>
        <translation>
            <numerusform>%1 schickte %Ln beschädigt (%2): Was davon bekannt war, bleibt. Es ist %3.</numerusform>
            <numerusform>%1 schickte %Ln beschädigt (%2): Was davon bekannt war, bleibt. Das Erste ist %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent %2 damaged (%3): what was known of it stays.</source>
        <translation>%1 schickte %2 beschädigt (%3): Was davon bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>“%1” in the answer of %2 is not what it should be.</source>
        <translation>„%1“ in der Antwort von %2 ist nicht, was es sein sollte.</translation>
    </message>
    <message>
        <source>%1 lists more than %L2 of them on %L3 pages: the rest was not read. If there are that many, raise the option http.pages; if not, tell who runs the catalog.</source>
        <translation>%1 listet mehr als %L2 davon auf %L3 Seiten: Der Rest wurde nicht gelesen. Sind es wirklich so viele, die Option http.pages erhöhen; wenn nicht, den Betreiber des Katalogs verständigen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 counts %Ln more of the %2 than it lists. What was known of them stays. Sync again; if it stays so, ask who runs the catalog what this login may not see.</source>
        <translation>
            <numerusform>%1 zählt %Ln mehr (%2), als aufgelistet wird. Was davon bekannt war, bleibt. Noch einmal synchronisieren; bleibt es so, den Betreiber des Katalogs fragen, was diese Anmeldung nicht sehen darf.</numerusform>
            <numerusform>%1 zählt %Ln mehr (%2), als aufgelistet wird. Was davon bekannt war, bleibt. Noch einmal synchronisieren; bleibt es so, den Betreiber des Katalogs fragen, was diese Anmeldung nicht sehen darf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sends %Ln of the %2 in another form than this program knows, the same twice now: they are read without it. The first is %3.</source>
        <translation>
            <numerusform>%1 sendet %Ln der %2 in einer Form, die dieses Programm nicht kennt, nun zweimal gleich: ohne das wird es gelesen. Es ist %3.</numerusform>
            <numerusform>%1 sendet %Ln der %2 in einer Form, die dieses Programm nicht kennt, nun zweimal gleich: ohne das werden sie gelesen. Die erste Stelle ist %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sends %2 in another form than this program knows, the same twice now: it is read without %3.</source>
        <translation>%1 sendet %2 in einer Form, die dieses Programm nicht kennt, nun zweimal gleich: gelesen wird es ohne %3.</translation>
    </message>
</context>
<context>
    <name>meshscope::Parser</name>
    <message>
        <source>Unexpected text after the end of the JSON value. Remove it.</source>
        <translation>Unerwarteter Text nach dem Ende des JSON-Werts. Ihn entfernen.</translation>
    </message>
    <message>
        <source>The file has no JSON value.</source>
        <translation>Die Datei enthält keinen JSON-Wert.</translation>
    </message>
    <message>
        <source>The JSON ends too early: expected %1.</source>
        <translation>Das JSON endet zu früh: erwartet wird %1.</translation>
    </message>
    <message>
        <source>This is not JSON: expected %1.</source>
        <translation>Das ist kein JSON: erwartet wird %1.</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot;</source>
        <translation>„,“ oder „}“</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;]&quot;</source>
        <translation>„,“ oder „]“</translation>
    </message>
    <message>
        <source>a field name in double quotes</source>
        <translation>ein Feldname in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>&quot;:&quot;</source>
        <translation>„:“</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>A text is not closed on its line, or holds a control character. Close it with a double quote, or write the character as \n, \t or \u00xx.</source>
        <translation>Ein Text endet nicht in seiner Zeile oder enthält ein Steuerzeichen. Ihn mit einem doppelten Anführungszeichen schließen oder das Zeichen als \n, \t oder \u00xx schreiben.</translation>
    </message>
    <message>
        <source>the closing double quote of a text</source>
        <translation>das schließende doppelte Anführungszeichen eines Textes</translation>
    </message>
    <message>
        <source>an escape such as \n or \u00e4</source>
        <translation>eine Ersatzschreibweise wie \n oder \u00e4</translation>
    </message>
    <message>
        <source>The field “%1” stands more than once here; the last one counts. Remove the others.</source>
        <translation>Das Feld „%1“ steht hier mehrmals; das letzte gilt. Die anderen entfernen.</translation>
    </message>
    <message>
        <source>More than %1 values in one file. Split it into several files.</source>
        <translation>Mehr als %1 Werte in einer Datei. Sie auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>Nested more than %1 levels deep. Make the document flatter.</source>
        <translation>Mehr als %1 Ebenen tief verschachtelt. Das Dokument flacher gestalten.</translation>
    </message>
    <message>
        <source>The text is not valid %1. Save the file as UTF-8.</source>
        <translation>Der Text ist kein gültiges %1. Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>A NUL byte: this is no text file, or it is damaged. Remove the byte or save the file again.</source>
        <translation>Ein NUL-Byte: dies ist keine Textdatei, oder sie ist beschädigt. Das Byte entfernen oder die Datei neu speichern.</translation>
    </message>
    <message>
        <source>%1 more lines could not be read either.</source>
        <translation>%1 weitere Zeilen ließen sich ebenfalls nicht lesen.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Split it into several files.</source>
        <translation>Die Datei ist größer als %1 MB. Sie auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>This is not YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
    <message>
        <source>This is not YAML: %1, %2 that starts in line %3.</source>
        <translation>Das ist kein YAML: %1, %2, beginnend in Zeile %3.</translation>
    </message>
    <message>
        <source>The alias “*%1” stands before its anchor “&amp;%1”, or has none.</source>
        <translation>Der Alias „*%1“ steht vor seinem Anker „&amp;%1“ oder hat keinen.</translation>
    </message>
    <message>
        <source>“*%1” refers to what it stands in.</source>
        <translation>„*%1“ verweist auf das, worin er steht.</translation>
    </message>
    <message>
        <source>Expanding “*%1” makes more than %2 values or %3 levels: the aliases of this file multiply. Write the values out, or split the file.</source>
        <translation>„*%1“ ergäbe aufgelöst mehr als %2 Werte oder %3 Ebenen: die Aliase dieser Datei vervielfachen sich. Die Werte ausschreiben oder die Datei teilen.</translation>
    </message>
    <message>
        <source>Lists and maps as names of fields make more than %L1 bytes of names in one file. Give the fields names of their own.</source>
        <translation>Listen und Abbildungen als Feldnamen ergeben in einer Datei mehr als %L1 Bytes an Namen. Geben Sie den Feldern eigene Namen.</translation>
    </message>
</context>
<context>
    <name>meshscope::PathFold</name>
    <message numerus="yes">
        <source>%Ln more step(s)</source>
        <translation>
            <numerusform>%Ln weitere Ebene</numerusform>
            <numerusform>%Ln weitere Ebenen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::PathsPanel</name>
    <message>
        <source>Look the other way round</source>
        <translation>In der Gegenrichtung suchen</translation>
    </message>
    <message>
        <source>Save the list as CSV</source>
        <translation>Liste als CSV speichern</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Save Paths</source>
        <translation>Wege speichern</translation>
    </message>
    <message>
        <source>Paths from %1 to %2</source>
        <translation>Wege von %1 nach %2</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>wird gezählt …</translation>
    </message>
    <message>
        <source>no path leads there</source>
        <translation>kein Weg führt dorthin</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paths</source>
        <translation>
            <numerusform>%Ln Weg</numerusform>
            <numerusform>%Ln Wege</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 paths, the %2 shortest are listed</source>
        <translation>%1 Wege, die %2 kürzesten sind aufgeführt</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cycles count as one step each</source>
        <translation>
            <numerusform>%Ln Kreis zählt als ein Schritt</numerusform>
            <numerusform>%Ln Kreise zählen als je ein Schritt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1… (%Ln digits)</source>
        <translation>
            <numerusform>%1… (%Ln Stelle)</numerusform>
            <numerusform>%1… (%Ln Stellen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>No path leads from %1 to %2</source>
        <translation>Kein Weg führt von %1 nach %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 nach %3</translation>
    </message>
    <message>
        <source>%1 paths</source>
        <translation>%1 Wege</translation>
    </message>
</context>
<context>
    <name>meshscope::PersonLabel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>meshscope::PersonLogin</name>
    <message>
        <source>To log in, the token address, the login page (or the device address) and the client are needed. Who keeps the catalog knows them.</source>
        <translation>Zum Anmelden werden die Token-Adresse, die Anmeldeseite (oder die Geräte-Adresse) und der Client gebraucht. Wer den Katalog betreibt, kennt sie.</translation>
    </message>
</context>
<context>
    <name>meshscope::PersonalBox</name>
    <message>
        <source>Your secrets are in a vault that is locked. Enter its passphrase, or start Meshscope with it in MESHSCOPE_VAULT_PASSPHRASE.</source>
        <translation>Ihre Geheimnisse liegen in einem Tresor, der verschlossen ist. Geben Sie seine Passphrase ein oder starten Sie Meshscope mit ihr in MESHSCOPE_VAULT_PASSPHRASE.</translation>
    </message>
    <message>
        <source>The vault stays locked.</source>
        <translation>Der Tresor bleibt verschlossen.</translation>
    </message>
</context>
<context>
    <name>meshscope::PostgreSql</name>
    <message>
        <source>Schema “%1” was not read: %2</source>
        <translation>Schema „%1“ wurde nicht gelesen: %2</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>“%1” may not use schema “%2”: what is in it is known, but no rows can be read. The permission that is missing: USAGE on the schema.</source>
        <translation>„%1“ darf Schema „%2“ nicht benutzen: Was darin ist, ist bekannt, aber Zeilen können nicht gelesen werden. Das fehlende Recht: USAGE auf das Schema.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” may not read %n tables of schema “%2”: they are known, but not their rows. The permission that is missing: SELECT on the tables.</source>
        <translation>
            <numerusform>„%1“ darf %n Tabelle des Schemas „%2“ nicht lesen: Sie ist bekannt, ihre Zeilen nicht. Das fehlende Recht: SELECT auf die Tabelle.</numerusform>
            <numerusform>„%1“ darf %n Tabellen des Schemas „%2“ nicht lesen: Sie sind bekannt, ihre Zeilen nicht. Das fehlende Recht: SELECT auf die Tabellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server sent what was not asked for.</source>
        <translation>Endpunkt „%1“: Der Server hat gesendet, wonach nicht gefragt war.</translation>
    </message>
    <message>
        <source>“%1” names no database: write postgresql://host:port/database.</source>
        <translation>„%1“ nennt keine Datenbank: Schreiben Sie postgresql://host:port/datenbank.</translation>
    </message>
    <message>
        <source>The address may hold no user, password or query: it is shown and logged. Give user and secret as such, the rest as options.</source>
        <translation>Die Adresse darf weder Benutzer noch Passwort noch Abfrage enthalten: Sie wird angezeigt und protokolliert. Geben Sie Benutzer und Geheimnis als solche an, den Rest als Optionen.</translation>
    </message>
    <message>
        <source>The option sslmode is “%1”: it can be %2.</source>
        <translation>Die Option sslmode ist „%1“: Möglich sind %2.</translation>
    </message>
    <message>
        <source>The option auth is “%1”: it can be %2.</source>
        <translation>Die Option auth ist „%1“: Möglich sind %2.</translation>
    </message>
    <message>
        <source>PostgreSQL asks who it is: give a user.</source>
        <translation>PostgreSQL fragt, wer da ist: Geben Sie einen Benutzer an.</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>One database of a PostgreSQL server (12 or newer). The location is postgresql://host:port/database. It is asked in a session that cannot write.</source>
        <translation>Eine Datenbank eines PostgreSQL-Servers (12 oder neuer). Der Ort ist postgresql://host:port/datenbank. Sie wird in einer Sitzung befragt, die nicht schreiben kann.</translation>
    </message>
    <message>
        <source>Schemas to read, separated by commas; * stands for anything. Default: all.</source>
        <translation>Zu lesende Schemata, durch Kommas getrennt; * steht für Beliebiges. Vorgabe: alle.</translation>
    </message>
    <message>
        <source>Schemas not to read, in the same way.</source>
        <translation>Nicht zu lesende Schemata, ebenso.</translation>
    </message>
    <message>
        <source>disable, prefer, require, verify-ca or verify-full. Default: verify-full; on this computer prefer.</source>
        <translation>disable, prefer, require, verify-ca oder verify-full. Vorgabe: verify-full; auf diesem Rechner prefer.</translation>
    </message>
    <message>
        <source>How to log in: basic (a password), or none (the server trusts, or asks for a certificate).</source>
        <translation>Wie man sich anmeldet: basic (mit Passwort) oder none (der Server vertraut oder verlangt ein Zertifikat).</translation>
    </message>
    <message>
        <source>Who asks.</source>
        <translation>Wer fragt.</translation>
    </message>
    <message>
        <source>PEM file of authorities that are trusted instead of the system&apos;s.</source>
        <translation>PEM-Datei der Zertifizierungsstellen, denen statt denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>Certificate of this client: PEM.</source>
        <translation>Zertifikat dieses Clients: PEM.</translation>
    </message>
    <message>
        <source>Its key, when it is in another file.</source>
        <translation>Sein Schlüssel, wenn er in einer anderen Datei steht.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read.</source>
        <translation>Die Zertifikatsdatei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server is version %2; from version 12 on it can be read.</source>
        <translation>Endpunkt „%1“: Der Server hat Version %2; lesbar ist er ab Version 12.</translation>
    </message>
    <message>
        <source>A database knows tables and views, no data products.</source>
        <translation>Eine Datenbank kennt Tabellen und Sichten, keine Datenprodukte.</translation>
    </message>
    <message>
        <source>Which columns a view reads is known, not which of its own they end in.</source>
        <translation>Bekannt ist, welche Spalten eine Sicht liest, nicht, in welchen ihrer eigenen sie enden.</translation>
    </message>
    <message>
        <source>A database knows no contracts; its constraints are shown as rules.</source>
        <translation>Eine Datenbank kennt keine Verträge; ihre Bedingungen werden als Regeln gezeigt.</translation>
    </message>
    <message>
        <source>Who reads what is in the server&apos;s own log, which is not read.</source>
        <translation>Wer was liest, steht im Protokoll des Servers, das nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Rights in a database are granted, not asked for.</source>
        <translation>Rechte in einer Datenbank werden erteilt, nicht beantragt.</translation>
    </message>
    <message>
        <source>What the catalog says is read and compared.</source>
        <translation>Was der Katalog sagt, wird gelesen und verglichen.</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>%1 wird gefragt</translation>
    </message>
    <message>
        <source>The database lets “%1” in</source>
        <translation>Die Datenbank lässt „%1“ herein</translation>
    </message>
    <message>
        <source>Its catalog can be read</source>
        <translation>Ihr Katalog ist lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n tables and views</source>
        <translation>
            <numerusform>%n Tabelle oder Sicht</numerusform>
            <numerusform>%n Tabellen und Sichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Their rows may be read</source>
        <translation>Ihre Zeilen dürfen gelesen werden</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 of %2. The others are shown without their rows.</source>
        <translation>%1 von %2. Die anderen werden ohne ihre Zeilen gezeigt.</translation>
    </message>
    <message>
        <source>%1 is not in the database (any more). Read the endpoint again.</source>
        <translation>%1 ist nicht (mehr) in der Datenbank. Lesen Sie den Endpunkt neu.</translation>
    </message>
    <message>
        <source>“%1” may not look into the schema of %2. The permission that is missing: USAGE on the schema.</source>
        <translation>„%1“ darf nicht in das Schema von %2 sehen. Das fehlende Recht: USAGE auf das Schema.</translation>
    </message>
    <message>
        <source>“%1” may not read %2. The permission that is missing: SELECT on the table.</source>
        <translation>„%1“ darf %2 nicht lesen. Das fehlende Recht: SELECT auf die Tabelle.</translation>
    </message>
    <message>
        <source>Left out, because “%1” may not read them: %2.</source>
        <translation>Ausgelassen, weil „%1“ sie nicht lesen darf: %2.</translation>
    </message>
    <message>
        <source>Values longer than %1 characters are cut.</source>
        <translation>Werte über %1 Zeichen sind abgeschnitten.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Speicher reicht nicht.</translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 within %n seconds. Check the address, and whether a VPN is needed.</source>
        <translation>
            <numerusform>Keine Verbindung zu %1 innerhalb %n Sekunde. Prüfen Sie die Adresse und ob ein VPN nötig ist.</numerusform>
            <numerusform>Keine Verbindung zu %1 innerhalb von %n Sekunden. Prüfen Sie die Adresse und ob ein VPN nötig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no server %1. Check the spelling, and whether a VPN is needed.</source>
        <translation>Es gibt keinen Server %1. Prüfen Sie die Schreibweise und ob ein VPN nötig ist.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: %2</source>
        <translation>Endpunkt „%1“: %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 wants a password for “%2”. Give the endpoint a user and a secret.</source>
        <translation>%1 verlangt ein Passwort für „%2“. Geben Sie dem Endpunkt einen Benutzer und ein Geheimnis.</translation>
    </message>
    <message>
        <source>“%1” may not do this: %2. Ask for that permission.</source>
        <translation>„%1“ darf das nicht: %2. Bitten Sie um dieses Recht.</translation>
    </message>
    <message>
        <source>The server stopped the question: %1.</source>
        <translation>Der Server hat die Anfrage angehalten: %1.</translation>
    </message>
    <message>
        <source>Somebody else holds a lock: %1. Try again.</source>
        <translation>Jemand anderes hält eine Sperre: %1. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2. Try again.</source>
        <translation>Die Verbindung zu %1 ist abgerissen: %2. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered with an error: %2 (%3).</source>
        <translation>%1 hat mit einem Fehler geantwortet: %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%1 sent nothing for %n seconds. Try again later.</source>
        <translation>
            <numerusform>%1 hat %n Sekunde lang nichts gesendet. Versuchen Sie es später noch einmal.</numerusform>
            <numerusform>%1 hat %n Sekunden lang nichts gesendet. Versuchen Sie es später noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 only the first %2 fields within its columns are read.</source>
        <translation>Von %1 werden nur die ersten %2 Felder in seinen Spalten gelesen.</translation>
    </message>
    <message>
        <source>%1 does not accept the password of “%2”. Enter it anew.</source>
        <translation>%1 nimmt das Passwort von „%2“ nicht an. Es neu eingeben.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” into “%3” from this computer without encryption. Ask for encryption (option sslmode), or ask who runs the server for a rule in its pg_hba.conf.</source>
        <translation>%1 lässt „%2“ von diesem Rechner aus unverschlüsselt nicht in „%3“. Verschlüsselung verlangen (Option sslmode) oder den Betreiber des Servers um eine Regel in seiner pg_hba.conf bitten.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” into “%3” from this computer. Check user and database, and ask who runs the server for a rule in its pg_hba.conf.</source>
        <translation>%1 lässt „%2“ von diesem Rechner aus nicht in „%3“. Benutzer und Datenbank prüfen und den Betreiber des Servers um eine Regel in seiner pg_hba.conf bitten.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” in. Check the user, and that it may log in.</source>
        <translation>%1 lässt „%2“ nicht herein. Den Benutzer prüfen und ob er sich anmelden darf.</translation>
    </message>
    <message>
        <source>There is no database “%1” at %2. Check its name, also for capitals.</source>
        <translation>Es gibt keine Datenbank „%1“ auf %2. Ihren Namen prüfen, auch Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>“%1” may not connect to “%2” at %3. Ask for the right CONNECT on that database.</source>
        <translation>„%1“ darf sich nicht mit „%2“ auf %3 verbinden. Um das Recht CONNECT auf dieser Datenbank bitten.</translation>
    </message>
    <message>
        <source>%1 has no connection left. Try again later.</source>
        <translation>%1 hat keine Verbindung mehr frei. Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is starting or stopping. Try again in a moment.</source>
        <translation>%1 startet oder hält gerade an. In einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 refuses connections. Check the port, and whether PostgreSQL is running and listens there.</source>
        <translation>%1 nimmt keine Verbindungen an. Den Port prüfen und ob PostgreSQL läuft und dort lauscht.</translation>
    </message>
    <message>
        <source>%1 does not answer. Check the address, and whether a VPN is needed or a firewall is in the way.</source>
        <translation>%1 antwortet nicht. Die Adresse prüfen und ob ein VPN nötig oder eine Firewall im Weg ist.</translation>
    </message>
    <message>
        <source>No road leads to %1. Check the network, and whether a VPN is needed.</source>
        <translation>Kein Weg führt zu %1. Das Netz prüfen und ob ein VPN nötig ist.</translation>
    </message>
    <message>
        <source>%1 offers no encryption, and this endpoint asks for it. Have it switched on there; where the road is private, choose less (option sslmode).</source>
        <translation>%1 bietet keine Verschlüsselung, und dieser Endpunkt verlangt sie. Sie dort einschalten lassen; ist der Weg privat, weniger verlangen (Option sslmode).</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name. Use the name it is for in the address.</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Namen. In der Adresse den Namen benutzen, für den es gilt.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted. If your company has an authority of its own, name its file (option tls.authorities).</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden. Hat die Firma eine eigene Zertifizierungsstelle, deren Datei angeben (Option tls.authorities).</translation>
    </message>
    <message>
        <source>%1 wants a certificate of this client. Name its file (option tls.certificate).</source>
        <translation>%1 verlangt ein Zertifikat dieses Clients. Dessen Datei angeben (Option tls.certificate).</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>%1 broke off the connection. Check that the port is PostgreSQL&apos;s; it may also be restarting.</source>
        <translation>%1 brach die Verbindung ab. Prüfen, ob der Port der von PostgreSQL ist; vielleicht startet der Server auch neu.</translation>
    </message>
    <message>
        <source>What answers at %1 is not PostgreSQL. Check the port.</source>
        <translation>Was bei %1 antwortet, ist nicht PostgreSQL. Den Port prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the address, the database, and whether encryption is as the server wants it (option sslmode).</source>
        <translation>%1 ist nicht erreichbar. Die Adresse und die Datenbank prüfen und ob die Verschlüsselung so ist, wie der Server sie verlangt (Option sslmode).</translation>
    </message>
    <message>
        <source>Endpoint “%1”: its password is not known here. Enter it in the endpoint&apos;s settings.</source>
        <translation>Endpunkt „%1“: sein Passwort ist hier nicht bekannt. Es in den Einstellungen des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the list of schemas cannot be read. Try again; if it stays so, tell who runs the database.</source>
        <translation>Endpunkt „%1“: Die Liste der Schemas ist nicht lesbar. Noch einmal versuchen; bleibt es so, den Betreiber der Datenbank verständigen.</translation>
    </message>
    <message numerus="yes">
        <source>Endpoint “%1”: %Ln of the tables of schema “%2” did not come. What was known of them stays. Sync again.</source>
        <translation>
            <numerusform>Endpunkt „%1“: %Ln Tabelle des Schemas „%2“ kam nicht an. Was von ihr bekannt war, bleibt. Noch einmal synchronisieren.</numerusform>
            <numerusform>Endpunkt „%1“: %Ln Tabellen des Schemas „%2“ kamen nicht an. Was von ihnen bekannt war, bleibt. Noch einmal synchronisieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>A table of schema “%1” was sent damaged (%2): what was known of it stays.</source>
        <translation>Eine Tabelle des Schemas „%1“ kam beschädigt an (%2): Was darüber bekannt war, bleibt.</translation>
    </message>
    <message>
        <source>%1 sent more than %2 at once.</source>
        <translation>%1 schickte mehr als %2 auf einmal.</translation>
    </message>
</context>
<context>
    <name>meshscope::PrivateFile</name>
    <message>
        <source>%1: %2. Check the folder and its permissions.</source>
        <translation>%1: %2. Den Ordner und seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is not a file of yours: it is not used.</source>
        <translation>%1 ist keine eigene Datei: sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>%1 can be read by others, so what it holds is no secret any more. Allow it to yourself only (chmod 600) if you are sure that nobody read it.</source>
        <translation>%1 ist für andere lesbar, der Inhalt also kein Geheimnis mehr. Nur wenn sicher ist, dass niemand ihn gelesen hat, die Datei auf eigenen Zugriff beschränken (chmod 600).</translation>
    </message>
    <message>
        <source>%1 exists already: it is not replaced.</source>
        <translation>%1 gibt es schon: die Datei wird nicht ersetzt.</translation>
    </message>
</context>
<context>
    <name>meshscope::ProductHeader</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Request access…</source>
        <translation>Zugriff beantragen …</translation>
    </message>
    <message>
        <source>Output port</source>
        <translation>Ausgangsport</translation>
    </message>
    <message>
        <source>Input port</source>
        <translation>Eingangsport</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agreement(s)</source>
        <translation>
            <numerusform>%Ln Vereinbarung</numerusform>
            <numerusform>%Ln Vereinbarungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message>
        <source>Where this was read, as it stands there</source>
        <translation>Wo dies gelesen wurde, so wie es dort steht</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>meshscope::ProductPage</name>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 was not read completely: %2</source>
        <translation>%1 wurde nicht vollständig gelesen: %2</translation>
    </message>
    <message>
        <source>Loading the mesh</source>
        <translation>Das Mesh wird geladen</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Open a product from the map or find one.</source>
        <translation>Ein Produkt auf der Karte öffnen oder danach suchen.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>%1 was not in the mesh on %2. Go back to now, or find it under another name.</source>
        <translation>%1 war am %2 nicht im Mesh. Zu jetzt zurückkehren oder unter einem anderen Namen suchen.</translation>
    </message>
    <message>
        <source>%1 is not in the mesh: it was removed, renamed, or its endpoint was taken away. Find it under another name, or read its endpoint again.</source>
        <translation>%1 ist nicht im Mesh: es wurde entfernt, umbenannt, oder sein Endpunkt wurde entfernt. Unter einem anderen Namen suchen oder den Endpunkt noch einmal lesen.</translation>
    </message>
    <message>
        <source>This is gone</source>
        <translation>Das gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Service levels (CSV)…</source>
        <translation>Service-Level (CSV) …</translation>
    </message>
    <message>
        <source>Columns (CSV)…</source>
        <translation>Spalten (CSV) …</translation>
    </message>
    <message>
        <source>Facts (text)…</source>
        <translation>Angaben (Text) …</translation>
    </message>
    <message>
        <source>This page as it is (PNG)…</source>
        <translation>Diese Seite, wie sie ist (PNG) …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gesichert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>meshscope::ProfileForm</name>
    <message>
        <source>Names or identifiers, separated by commas</source>
        <translation>Namen oder Kennungen, durch Komma getrennt</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>This is who asks for access and who decides. A folder cannot check it: what you decide is signed with this workspace&apos;s key and committed under this name.</source>
        <translation>Wer hier Zugriff beantragt und wer entscheidet. Ein Ordner kann das nicht prüfen: Entscheidungen werden mit dem Schlüssel dieser Arbeitsdatei signiert und unter diesem Namen als Commit abgelegt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>meshscope::ProgressPanel</name>
    <message numerus="yes">
        <source>about %Ln s left</source>
        <translation>
            <numerusform>noch etwa %Ln s</numerusform>
            <numerusform>noch etwa %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln min left</source>
        <translation>
            <numerusform>noch etwa %Ln min</numerusform>
            <numerusform>noch etwa %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln h left</source>
        <translation>
            <numerusform>noch etwa %Ln h</numerusform>
            <numerusform>noch etwa %Ln h</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten…</translation>
    </message>
    <message>
        <source>%1 %2 (of about %3)</source>
        <comment>Datasets 12 (of about 300)</comment>
        <translation>%1 %2 (von etwa %3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Proposals</name>
    <message>
        <source>Their names differ in capitals alone.</source>
        <translation>Ihre Namen unterscheiden sich nur in der Großschreibung.</translation>
    </message>
    <message>
        <source>One of them quotes its name.</source>
        <translation>Einer von beiden setzt den Namen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>One of them names the usual port.</source>
        <translation>Einer von beiden nennt den üblichen Port.</translation>
    </message>
    <message>
        <source>One of them names the usual schema.</source>
        <translation>Einer von beiden nennt das übliche Schema.</translation>
    </message>
    <message>
        <source>Their platforms are two words for one.</source>
        <translation>Ihre Plattformen sind zwei Wörter für eine.</translation>
    </message>
    <message>
        <source>One host is the short name of the other.</source>
        <translation>Ein Rechnername ist die Kurzform des anderen.</translation>
    </message>
    <message>
        <source>The schema and the table are the same, the server is another.</source>
        <translation>Schema und Tabelle sind gleich, der Server ist ein anderer.</translation>
    </message>
    <message>
        <source>They have the same identifier.</source>
        <translation>Sie haben dieselbe Kennung.</translation>
    </message>
    <message>
        <source>They have the same name.</source>
        <translation>Sie haben denselben Namen.</translation>
    </message>
    <message>
        <source>They are in domains of the same name.</source>
        <translation>Sie gehören zu Domänen desselben Namens.</translation>
    </message>
    <message>
        <source>They have the same address.</source>
        <translation>Sie haben dieselbe Adresse.</translation>
    </message>
</context>
<context>
    <name>meshscope::QualitySection</name>
    <message>
        <source>Quality rules</source>
        <translation>Qualitätsregeln</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Besagt</translation>
    </message>
    <message>
        <source>Reading quality rules</source>
        <translation>Die Qualitätsregeln werden gelesen</translation>
    </message>
    <message>
        <source>No quality rules</source>
        <translation>Keine Qualitätsregeln</translation>
    </message>
    <message>
        <source>Neither its contracts nor dbt or OpenLineage check anything here. Rules go under quality in the contract&apos;s schema.</source>
        <translation>Weder Verträge noch dbt oder OpenLineage prüfen hier etwas. Regeln gehören unter quality in das Schema des Vertrags.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>nicht bestanden, %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 rules: %2 passed, %3 failed, %4 not measured</source>
        <translation>%1 Regeln: %2 bestanden, %3 nicht bestanden, %4 nicht gemessen</translation>
    </message>
</context>
<context>
    <name>meshscope::Rail</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>meshscope::RailButton</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
</context>
<context>
    <name>meshscope::Recognise</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>„%1“ ist keine Adresse eines Servers.</translation>
    </message>
</context>
<context>
    <name>meshscope::Report</name>
    <message>
        <source>Health of the mesh</source>
        <translation>Zustand des Mesh</translation>
    </message>
    <message>
        <source>%1 of %2 service levels met, %3 at risk, %4 breached, %5 unknown, as of %6</source>
        <translation>%1 von %2 Service-Leveln erfüllt, %3 gefährdet, %4 verletzt, %5 unbekannt, Stand %6</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Level status</source>
        <translation>Level-Status</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Zugriffsanträge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Antrag</numerusform>
            <numerusform>%Ln Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In the endpoint&apos;s words</source>
        <translation>In den Worten des Endpunkts</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>meshscope::Request</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Granted (verified)</source>
        <translation>Freigegeben (bestätigt)</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Take into review</source>
        <translation>In Prüfung nehmen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Als fehlgeschlagen melden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Sent, unconfirmed</source>
        <translation>Gesendet, unbestätigt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible: the request %2 is in the state &quot;%3&quot;.</source>
        <translation>„%1“ ist nicht möglich: Der Antrag %2 ist im Zustand „%3“.</translation>
    </message>
</context>
<context>
    <name>meshscope::RequestActions</name>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Edit in the basket</source>
        <translation>Im Korb bearbeiten</translation>
    </message>
    <message>
        <source>A note for the other side</source>
        <translation>Eine Notiz für die andere Seite</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
</context>
<context>
    <name>meshscope::RequestDetail</name>
    <message>
        <source>Approved, not granted</source>
        <translation>Genehmigt, nicht freigegeben</translation>
    </message>
    <message>
        <source>Granted, verified</source>
        <translation>Freigegeben, bestätigt</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>From, until</source>
        <translation>Ab, bis</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>the decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, none of them personal or confidential</source>
        <translation>%1, davon keine personenbezogen oder vertraulich</translation>
    </message>
    <message numerus="yes">
        <source>%1, of them %Ln personal or confidential</source>
        <translation>
            <numerusform>%1, davon %Ln personenbezogen oder vertraulich</numerusform>
            <numerusform>%1, davon %Ln personenbezogen oder vertraulich</numerusform>
        </translation>
    </message>
    <message>
        <source>output port</source>
        <translation>Ausgangsport</translation>
    </message>
    <message>
        <source>Takes the place of</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Status there</source>
        <translation>Status dort</translation>
    </message>
</context>
<context>
    <name>meshscope::RequestList</name>
    <message>
        <source>Find a request</source>
        <translation>Antrag suchen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>%1 drafts, %2 open, %3 granted, %4 closed</source>
        <translation>%1 Entwürfe, %2 offen, %3 frei, %4 erledigt</translation>
    </message>
</context>
<context>
    <name>meshscope::RequestModel</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete am %1</translation>
    </message>
    <message>
        <source>not sent, see why</source>
        <translation>nicht gesendet, warum</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>gesichert %1</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>in review, %1</source>
        <translation>in Prüfung, %1</translation>
    </message>
    <message>
        <source>approved %1</source>
        <translation>genehmigt %1</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>abgelehnt %1</translation>
    </message>
    <message>
        <source>cancelled %1</source>
        <translation>zurückgezogen %1</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>entzogen %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Has ended</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>all ports</source>
        <translation>alle Ports</translation>
    </message>
    <message>
        <source>not named by the catalog</source>
        <translation>vom Katalog nicht genannt</translation>
    </message>
    <message>
        <source>%1 (the catalog names no person)</source>
        <translation>%1 (der Katalog nennt keine Person)</translation>
    </message>
    <message>
        <source>%1, on behalf of %2</source>
        <translation>%1, im Namen von %2</translation>
    </message>
</context>
<context>
    <name>meshscope::RequestView</name>
    <message>
        <source>every output port</source>
        <translation>jeden Ausgangsport</translation>
    </message>
    <message>
        <source>the port %1</source>
        <translation>den Port %1</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>allen Spalten</translation>
    </message>
    <message>
        <source>the columns %1</source>
        <translation>den Spalten %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>ab sofort</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>The agreement in %1 is approved and active, valid %2 and %3, and covers %4 with %5.</source>
        <translation>Die Vereinbarung in %1 ist genehmigt und aktiv, gültig %2 und %3, und umfasst %4 mit %5.</translation>
    </message>
    <message>
        <source>Nobody is named as having decided this: the file was changed by hand.</source>
        <translation>Niemand ist genannt, der das entschieden hätte: die Datei wurde von Hand geändert.</translation>
    </message>
    <message>
        <source>Cancelled by %1, who did not ask for it.</source>
        <translation>Zurückgezogen von %1; von dort kam der Antrag nicht.</translation>
    </message>
    <message>
        <source>Decided by %1; whether they own the product is not known, it is not in the mesh.</source>
        <translation>Entschieden von %1; ob ihnen das Produkt gehört, ist nicht bekannt, es ist nicht im Mesh.</translation>
    </message>
    <message>
        <source>Decided by %1, who does not own it.</source>
        <translation>Entschieden von %1, ohne Eigentümer zu sein.</translation>
    </message>
    <message>
        <source>The agreement has no status; it counts as requested.</source>
        <translation>Die Vereinbarung hat keinen Status; sie gilt als beantragt.</translation>
    </message>
    <message>
        <source>The status &quot;%1&quot; is not one of the standard&apos;s; it counts as requested.</source>
        <translation>Der Status „%1“ ist keiner des Standards; sie gilt als beantragt.</translation>
    </message>
    <message>
        <source>It could not be sent: %1</source>
        <translation>Er konnte nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>Sending was interrupted: try again.</source>
        <translation>Das Senden wurde unterbrochen: noch einmal versuchen.</translation>
    </message>
    <message>
        <source>its %1 cannot be read: &quot;%2&quot;</source>
        <translation>ihr %1 ist nicht lesbar: „%2“</translation>
    </message>
    <message>
        <source>it names no product</source>
        <translation>sie nennt kein Produkt</translation>
    </message>
    <message>
        <source>the product %1 is not described in %2, so nobody can check what it covers</source>
        <translation>das Produkt %1 ist in %2 nicht beschrieben, niemand kann also prüfen, was sie abdeckt</translation>
    </message>
    <message>
        <source>it names no output port</source>
        <translation>sie nennt keinen Ausgangsport</translation>
    </message>
    <message>
        <source>the product %1 describes no output port %2</source>
        <translation>das Produkt %1 beschreibt keinen Ausgangsport %2</translation>
    </message>
    <message>
        <source>the agreement is not active</source>
        <translation>die Vereinbarung ist nicht aktiv</translation>
    </message>
    <message>
        <source>it starts on %1</source>
        <translation>sie beginnt am %1</translation>
    </message>
    <message>
        <source>Approved, but no verified grant: %1.</source>
        <translation>Genehmigt, aber keine geprüfte Freigabe: %1.</translation>
    </message>
    <message>
        <source>The access in %1 is approved, active and set up (&quot;%2&quot;), valid %3 and %4, and covers %5 with %6.</source>
        <translation>Der Zugriff in %1 ist genehmigt, aktiv und eingerichtet („%2“), gültig %3 und %4, und umfasst %5 mit %6.</translation>
    </message>
    <message>
        <source>the access is still being set up (&quot;%1&quot;)</source>
        <translation>der Zugriff wird noch eingerichtet („%1“)</translation>
    </message>
    <message>
        <source>the access could not be set up (&quot;%1&quot;)</source>
        <translation>der Zugriff konnte nicht eingerichtet werden („%1“)</translation>
    </message>
    <message>
        <source>the access could not be set up (&quot;%1&quot;): %2</source>
        <translation>der Zugriff konnte nicht eingerichtet werden („%1“): %2</translation>
    </message>
    <message>
        <source>the access was taken back (&quot;%1&quot;)</source>
        <translation>der Zugriff wurde zurückgenommen („%1“)</translation>
    </message>
    <message>
        <source>Sent, unconfirmed: nobody knows whether %1 has it. It is looked up as soon as %1 answers; or try again, or cancel it.</source>
        <translation>Gesendet, unbestätigt: Niemand weiß, ob %1 ihn hat. Es wird nachgesehen, sobald %1 antwortet; oder versuchen Sie es noch einmal, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>It waits in the outbox, and is sent as soon as %1 answers.</source>
        <translation>Er wartet im Postausgang und wird gesendet, sobald %1 antwortet.</translation>
    </message>
</context>
<context>
    <name>meshscope::RunDetails</name>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What was expected and what came</source>
        <translation>Was erwartet wurde und was kam</translation>
    </message>
    <message>
        <source>Requests of the run</source>
        <translation>Anfragen des Laufs</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>“Read now” reads it.</source>
        <translation>„Jetzt lesen“ liest ihn.</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>What it comes to stands here when it ends.</source>
        <translation>Was er ergibt, steht hier, sobald er endet.</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <source>Everything recognised in this run was understood.</source>
        <translation>Alles, was in diesem Lauf erkannt wurde, wurde verstanden.</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>Nichts kam</translation>
    </message>
    <message>
        <source>The run listed nothing.</source>
        <translation>Der Lauf listete nichts auf.</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Keine Anfragen</translation>
    </message>
    <message>
        <source>This run asked no server, or its log was cleared since: the logs of an endpoint&apos;s newest 20 runs are kept.</source>
        <translation>Dieser Lauf fragte keinen Server, oder sein Protokoll wurde seither gelöscht: aufbewahrt werden die der neuesten 20 Läufe eines Endpunkts.</translation>
    </message>
</context>
<context>
    <name>meshscope::RunModel</name>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>complete, nothing new</source>
        <translation>vollständig, nichts Neues</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Gelistet</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anträge</translation>
    </message>
</context>
<context>
    <name>meshscope::SafeFolder</name>
    <message>
        <source>%1 cannot be written, the disk is full: make room and try again.</source>
        <translation>%1 lässt sich nicht schreiben, der Datenträger ist voll: Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1: %2. Check the folder and its permissions.</source>
        <translation>%1: %2. Den Ordner und seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>The folder %1 is not there: is it still mounted?</source>
        <translation>Der Ordner %1 ist nicht da: ist er noch eingehängt?</translation>
    </message>
    <message>
        <source>%1 leads out of the folder %2: nothing is written there.</source>
        <translation>%1 führt aus dem Ordner %2 hinaus: dort wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 is no name of a file.</source>
        <translation>%1 ist kein Dateiname.</translation>
    </message>
    <message>
        <source>%1 is a link: put the file itself there.</source>
        <translation>%1 ist eine Verknüpfung: die Datei selbst dorthin legen.</translation>
    </message>
    <message>
        <source>%1 is no plain file of a sensible size.</source>
        <translation>%1 ist keine gewöhnliche Datei sinnvoller Größe.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 was made by somebody else meanwhile: try again.</source>
        <translation>%1 wurde inzwischen von jemand anderem angelegt: noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile: try again.</source>
        <translation>%1 wurde inzwischen von jemand anderem geändert: noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>meshscope::SampleFile</name>
    <message>
        <source>%1 is a Parquet file. Parquet is not previewed here: it needs a query engine; look at it with one, or name a CSV or JSON lines sample beside it in the contract&apos;s servers.</source>
        <translation>%1 ist eine Parquet-Datei. Parquet wird hier nicht angezeigt: dafür braucht es eine Abfrage-Engine; die Datei dort ansehen oder daneben in den Servern des Vertrags eine Stichprobe als CSV oder JSON Lines nennen.</translation>
    </message>
    <message>
        <source>%1 is compressed: name an uncompressed sample of it.</source>
        <translation>%1 ist komprimiert: eine unkomprimierte Stichprobe davon nennen.</translation>
    </message>
    <message>
        <source>%1: the format %2 is not previewed here. CSV, TSV, JSON and SQLite are.</source>
        <translation>%1: das Format %2 wird hier nicht angezeigt. Möglich sind CSV, TSV, JSON und SQLite.</translation>
    </message>
    <message>
        <source>%1 is no plain file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is not there (any more). Sync, or correct the contract&apos;s server.</source>
        <translation>%1 ist nicht (mehr) da. Abgleichen oder den Server des Vertrags berichtigen.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: check its permissions.</source>
        <translation>%1 lässt sich nicht öffnen: die Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>%1 was exchanged while it was opened.</source>
        <translation>%1 wurde beim Öffnen ausgetauscht.</translation>
    </message>
    <message>
        <source>%1 leads out of the endpoint&apos;s folder, and nothing outside it is opened. Move the file in, or declare its folder as a root of the endpoint.</source>
        <translation>%1 führt aus dem Ordner des Endpunkts hinaus, und außerhalb davon wird nichts geöffnet. Die Datei hineinlegen oder ihren Ordner als weiteren Ordner des Endpunkts angeben.</translation>
    </message>
    <message>
        <source>%1 is not there. Correct the path in the contract&apos;s server, or put the file there.</source>
        <translation>%1 ist nicht da. Den Pfad im Server des Vertrags berichtigen oder die Datei dorthin legen.</translation>
    </message>
    <message>
        <source>Samples from %1 are not offered here: the data stays in %1. Ask for access, then read it there.</source>
        <translation>Stichproben aus %1 werden hier nicht angeboten: die Daten bleiben in %1. Zugriff beantragen, dann dort lesen.</translation>
    </message>
    <message>
        <source>The server %1 names no file: give it a path.</source>
        <translation>Der Server %1 nennt keine Datei: einen Pfad ergänzen.</translation>
    </message>
    <message>
        <source>%1 is on another machine: only local files are read.</source>
        <translation>%1 liegt auf einem anderen Rechner: nur lokale Dateien werden gelesen.</translation>
    </message>
    <message>
        <source>The path in the contract&apos;s server is not valid: correct it.</source>
        <translation>Der Pfad im Server des Vertrags ist ungültig: ihn berichtigen.</translation>
    </message>
    <message>
        <source>The endpoint has no folder to read from.</source>
        <translation>Der Endpunkt hat keinen Ordner, aus dem sich lesen ließe.</translation>
    </message>
</context>
<context>
    <name>meshscope::SampleHead</name>
    <message>
        <source>hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>undeclared</source>
        <translation>nicht deklariert</translation>
    </message>
</context>
<context>
    <name>meshscope::SamplePanel</name>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>Die ersten Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>This sample may not be read</source>
        <translation>Diese Stichprobe darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>No sample here</source>
        <translation>Keine Stichprobe</translation>
    </message>
    <message>
        <source>The sample could not be read</source>
        <translation>Die Stichprobe ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>%1 is there, but holds no rows.</source>
        <translation>%1 ist da, enthält aber keine Zeilen.</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The rows are where they live</source>
        <translation>Die Zeilen liegen, wo sie zu Hause sind</translation>
    </message>
    <message>
        <source>Endpoint “%1” can be asked for the first of them. What is personal stays masked.</source>
        <translation>Endpunkt „%1“ kann nach den ersten gefragt werden. Persönliches bleibt maskiert.</translation>
    </message>
    <message>
        <source>Read the first rows</source>
        <translation>Erste Zeilen lesen</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The rows were not read to the end.</source>
        <translation>Die Zeilen wurden nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>A catalog may keep some rows</source>
        <translation>Ein Katalog hält vielleicht Zeilen</translation>
    </message>
    <message>
        <source>Endpoint “%1” can be asked for them. What is personal stays masked.</source>
        <translation>Der Endpunkt „%1“ kann danach gefragt werden. Persönliches bleibt maskiert.</translation>
    </message>
    <message>
        <source>read %1 from %2</source>
        <translation>gelesen %1 aus %2</translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>die ersten %Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) masked as personal</source>
        <translation>
            <numerusform>%Ln Spalte als personenbezogen maskiert</numerusform>
            <numerusform>%Ln Spalten als personenbezogen maskiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SampleReader</name>
    <message>
        <source>Reading %1 was stopped.</source>
        <translation>Das Lesen von %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 could not be read to the end: try again.</source>
        <translation>%1 ließ sich nicht zu Ende lesen: noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Reading stopped early: the lines of this file are far too long for a preview.</source>
        <translation>Das Lesen endete vorzeitig: die Zeilen dieser Datei sind für eine Vorschau viel zu lang.</translation>
    </message>
    <message>
        <source>Some bytes are no text in this encoding; they are shown as �. Name the right encoding in the contract&apos;s server.</source>
        <translation>Einige Bytes sind in dieser Kodierung kein Text; sie werden als � gezeigt. Die richtige Kodierung im Server des Vertrags nennen.</translation>
    </message>
    <message>
        <source>The file holds NUL bytes; they are shown as ␀.</source>
        <translation>Die Datei enthält NUL-Bytes; sie werden als ␀ gezeigt.</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>In the file, but not in the contract: %1.</source>
        <translation>In der Datei, aber nicht im Vertrag: %1.</translation>
    </message>
    <message>
        <source>Masked columns of the contract are not in the file (%1); what it has instead is masked too.</source>
        <translation>Maskierte Spalten des Vertrags sind nicht in der Datei (%1); was sie stattdessen enthält, ist ebenfalls maskiert.</translation>
    </message>
    <message>
        <source>Rows with too many or too few values are hidden: nobody can tell which of them are personal.</source>
        <translation>Zeilen mit zu vielen oder zu wenigen Werten sind ausgeblendet: niemand weiß, welche davon personenbezogen sind.</translation>
    </message>
    <message>
        <source>There is nothing to show rows of.</source>
        <translation>Es gibt nichts, wovon sich Zeilen zeigen ließen.</translation>
    </message>
    <message>
        <source>No contract says where rows of %1 are: add a server of type local with a path to one.</source>
        <translation>Kein Vertrag sagt, wo Zeilen von %1 liegen: einen Server vom Typ local mit einem Pfad dorthin ergänzen.</translation>
    </message>
    <message>
        <source>Masked columns are not among the rows (%1); what is there instead is masked too.</source>
        <translation>Maskierte Spalten sind nicht unter den Zeilen (%1); was stattdessen da ist, wird auch maskiert.</translation>
    </message>
    <message>
        <source>Among the rows, but not among the columns that were read last: %1. Read the endpoint again.</source>
        <translation>In den Zeilen, aber nicht unter den zuletzt gelesenen Spalten: %1. Den Endpunkt neu lesen.</translation>
    </message>
</context>
<context>
    <name>meshscope::Scene</name>
    <message numerus="yes">
        <source>%1 → %2: %Ln edges</source>
        <translation>
            <numerusform>%1 → %2: %Ln Kante</numerusform>
            <numerusform>%1 → %2: %Ln Kanten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SchemaSection</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Whether it may be empty</source>
        <translation>Ob sie leer sein darf</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>Kein Schema</translation>
    </message>
    <message>
        <source>No dataset is known behind it. Its contract, dbt or OpenLineage would bring one.</source>
        <translation>Kein Datenbestand dahinter ist bekannt. Sein Vertrag, dbt oder OpenLineage brächten einen.</translation>
    </message>
    <message>
        <source>Reading columns</source>
        <translation>Die Spalten werden gelesen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>logical %1, physical %2</source>
        <translation>logisch %1, physisch %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln dataset(s)</source>
        <translation>
            <numerusform>%1 aus %Ln Datenbestand</numerusform>
            <numerusform>%1 aus %Ln Datenbeständen</numerusform>
        </translation>
    </message>
    <message>
        <source>No columns</source>
        <translation>Keine Spalten</translation>
    </message>
    <message>
        <source>The dataset is known, its columns are not: no contract or catalog names them.</source>
        <translation>Der Datenbestand ist bekannt, seine Spalten sind es nicht: kein Vertrag oder Katalog nennt sie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dataset(s) have no columns in any document.</source>
        <translation>
            <numerusform>%Ln Datenbestand hat in keinem Dokument Spalten.</numerusform>
            <numerusform>%Ln Datenbestände haben in keinem Dokument Spalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SearchModel</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
</context>
<context>
    <name>meshscope::SectionHub</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreichbar über</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>what a consumer can ask for</source>
        <translation>was ein Konsument beantragen kann</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Unterstützung</translation>
    </message>
    <message>
        <source>The contract has a schema, but no words: neither purpose nor limits.</source>
        <translation>Der Vertrag hat ein Schema, aber keine Worte: weder Zweck noch Grenzen.</translation>
    </message>
    <message>
        <source>Schema objects</source>
        <translation>Objekte des Schemas</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>No output port of this product names a data contract that is known here. Its owner can add one (ODCS) and name it at the port.</source>
        <translation>Kein Ausgangsport dieses Produkts nennt einen Datenvertrag, der hier bekannt ist. Der Eigentümer kann einen (ODCS) ergänzen und am Port nennen.</translation>
    </message>
    <message>
        <source>How it may be used</source>
        <translation>Wie es genutzt werden darf</translation>
    </message>
    <message>
        <source>Usage, %1</source>
        <translation>Nutzung, %1</translation>
    </message>
    <message>
        <source>Limits, %1</source>
        <translation>Grenzen, %1</translation>
    </message>
    <message>
        <source>Neither the product nor its contracts say how it may be used.</source>
        <translation>Weder das Produkt noch seine Verträge sagen, wie es genutzt werden darf.</translation>
    </message>
    <message>
        <source>How often it is read</source>
        <translation>Wie oft es gelesen wird</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>%1 holds documents, not query logs, so nothing is known about how often this is read. Who depends on it stands under Consumers.</source>
        <translation>%1 enthält Dokumente, keine Abfrageprotokolle; wie oft dies gelesen wird, ist daher nicht bekannt. Wer davon abhängt, steht unter Konsumenten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>dropped by its last run</source>
        <translation>mit dem letzten Lauf entfallen</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Auch bekannt als</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Sources disagree</source>
        <translation>Quellen widersprechen sich</translation>
    </message>
    <message>
        <source>each endpoint in its own words; the first one is shown</source>
        <translation>jeder Endpunkt in eigenen Worten; gezeigt wird der erste</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Besagt</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>References that lead nowhere</source>
        <translation>Verweise, die ins Leere führen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nennt</translation>
    </message>
    <message>
        <source>Should be a</source>
        <translation>Sollte sein</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Genannt von</translation>
    </message>
    <message>
        <source>by port</source>
        <translation>über Port</translation>
    </message>
    <message>
        <source>by contract</source>
        <translation>über Vertrag</translation>
    </message>
    <message>
        <source>by data lineage</source>
        <translation>über Datenherkunft</translation>
    </message>
    <message>
        <source>by agreement</source>
        <translation>über Vereinbarung</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>angegeben</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Bekannt über</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gebildet von</translation>
    </message>
    <message>
        <source>%1, not found</source>
        <translation>%1, nicht gefunden</translation>
    </message>
    <message>
        <source>The port names this contract, but no document with it was read.</source>
        <translation>Der Port nennt diesen Vertrag, aber kein Dokument mit ihm wurde gelesen.</translation>
    </message>
    <message>
        <source>Output ports</source>
        <translation>Ausgangsports</translation>
    </message>
    <message>
        <source>Input ports</source>
        <translation>Eingangsports</translation>
    </message>
    <message>
        <source>It offers nothing by a port.</source>
        <translation>Es bietet nichts über einen Port an.</translation>
    </message>
    <message>
        <source>It names no input port: where its data comes from is known from lineage only, if at all.</source>
        <translation>Es nennt keinen Eingangsport: woher die Daten kommen, ist, wenn überhaupt, nur aus der Herkunft bekannt.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datenbestände</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>one step, %1</source>
        <translation>ein Schritt, %1</translation>
    </message>
    <message>
        <source>Open the graph</source>
        <translation>Graph öffnen</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Vorgelagert</translation>
    </message>
    <message>
        <source>Nothing is known to flow in.</source>
        <translation>Es ist nicht bekannt, dass etwas zufließt.</translation>
    </message>
    <message>
        <source>Downstream</source>
        <translation>Nachgelagert</translation>
    </message>
    <message>
        <source>Nothing is known to be made from it.</source>
        <translation>Es ist nicht bekannt, dass etwas daraus entsteht.</translation>
    </message>
    <message>
        <source>Products made from it</source>
        <translation>Daraus gebildete Produkte</translation>
    </message>
    <message>
        <source>No product is known to be made from it.</source>
        <translation>Kein daraus gebildetes Produkt ist bekannt.</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>Nobody has asked for access yet.</source>
        <translation>Noch niemand hat Zugriff beantragt.</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>every output port</source>
        <translation>jeder Ausgangsport</translation>
    </message>
    <message>
        <source>%1, active</source>
        <translation>%1, aktiv</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>Konsument</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>as the documents name them now</source>
        <translation>wie die Dokumente sie jetzt nennen</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Standard or type</source>
        <translation>Standard oder Typ</translation>
    </message>
    <message>
        <source>What differs from an earlier day stands under Changes.</source>
        <translation>Was sich von einem früheren Tag unterscheidet, steht unter Änderungen.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>%1, with those of sub-domains</source>
        <translation>%1, mit denen der Unterdomänen</translation>
    </message>
    <message>
        <source>No product lies in this domain or below it.</source>
        <translation>In dieser Domäne und darunter liegt kein Produkt.</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Own products: %1. Products of sub-domains: %2.</source>
        <translation>Eigene Produkte: %1. Produkte der Unterdomänen: %2.</translation>
    </message>
    <message>
        <source>Sub-domains</source>
        <translation>Unterdomänen</translation>
    </message>
    <message>
        <source>%1 of its own, %2 with those below</source>
        <translation>%1 eigene, %2 mit denen darunter</translation>
    </message>
    <message>
        <source>No product of its own.</source>
        <translation>Kein eigenes Produkt.</translation>
    </message>
    <message>
        <source>The job</source>
        <translation>Der Job</translation>
    </message>
    <message>
        <source>Runs under</source>
        <translation>Läuft unter</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>no run was seen</source>
        <translation>kein Lauf bekannt</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>Lauf-Kennung</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>No text: only its address is given.</source>
        <translation>Kein Text: nur die Adresse ist angegeben.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The same word elsewhere</source>
        <translation>Dasselbe Wort anderswo</translation>
    </message>
    <message>
        <source>it means something else there</source>
        <translation>dort bedeutet es etwas anderes</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>Getragen von</translation>
    </message>
    <message>
        <source>Nothing carries this term.</source>
        <translation>Nichts trägt diesen Begriff.</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>Das Team</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Die Person</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Only the name is known.</source>
        <translation>Nur der Name ist bekannt.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Owns or looks after</source>
        <translation>Besitzt oder betreut</translation>
    </message>
    <message>
        <source>Nothing in this mesh names it as an owner.</source>
        <translation>Nichts in diesem Mesh nennt diesen Eigentümer.</translation>
    </message>
    <message>
        <source>The column</source>
        <translation>Die Spalte</translation>
    </message>
    <message>
        <source>Logical type</source>
        <translation>Logischer Typ</translation>
    </message>
    <message>
        <source>Physical type</source>
        <translation>Physischer Typ</translation>
    </message>
    <message>
        <source>May be empty</source>
        <translation>Darf leer sein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>The dataset has no column of this name any more.</source>
        <translation>Der Datenbestand hat keine Spalte dieses Namens mehr.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Error budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>Service levels: %1</source>
        <translation>Service-Level: %1</translation>
    </message>
    <message>
        <source>- %1, %2: %3. %4</source>
        <translation>- %1, %2: %3. %4</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Konsumenten</translation>
    </message>
    <message>
        <source>Source document</source>
        <translation>Quelldokument</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Source-aligned product</source>
        <translation>Quellnahes Produkt</translation>
    </message>
    <message>
        <source>Aggregate product</source>
        <translation>Aggregiertes Produkt</translation>
    </message>
    <message>
        <source>Consumer-aligned product</source>
        <translation>Konsumentennahes Produkt</translation>
    </message>
    <message>
        <source>Analytical product</source>
        <translation>Analytisches Produkt</translation>
    </message>
    <message>
        <source>Data product</source>
        <translation>Datenprodukt</translation>
    </message>
    <message>
        <source>%1, virtual</source>
        <translation>%1, virtuell</translation>
    </message>
    <message>
        <source>%1.%2</source>
        <translation>%1.%2</translation>
    </message>
    <message>
        <source>what its words mean</source>
        <translation>was seine Wörter bedeuten</translation>
    </message>
    <message>
        <source>Neither it nor its columns refer to a term. Contracts do so by authoritativeDefinitions.</source>
        <translation>Weder das Produkt noch seine Spalten verweisen auf einen Begriff. Verträge tun es mit authoritativeDefinitions.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>The same words elsewhere</source>
        <translation>Dieselben Wörter anderswo</translation>
    </message>
    <message>
        <source>they mean something else there</source>
        <translation>dort bedeuten sie etwas anderes</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Verwendet in</translation>
    </message>
    <message>
        <source>Meaning there</source>
        <translation>Bedeutung dort</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search and terms</source>
        <translation>Suche und Begriffe</translation>
    </message>
</context>
<context>
    <name>meshscope::ServerCertificate</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Es ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>It is only valid from %1 on. Is this computer&apos;s clock right?</source>
        <translation>Es gilt erst ab %1. Geht die Uhr dieses Rechners richtig?</translation>
    </message>
    <message>
        <source>It is not for %1 but for %2.</source>
        <translation>Es gilt nicht für %1, sondern für %2.</translation>
    </message>
    <message>
        <source>no host at all</source>
        <translation>gar keinen Rechner</translation>
    </message>
    <message>
        <source>It is signed by itself: nobody vouches for it.</source>
        <translation>Es ist von sich selbst signiert: niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>Its issuer is not among the authorities known here.</source>
        <translation>Sein Aussteller gehört nicht zu den hier bekannten Zertifizierungsstellen.</translation>
    </message>
    <message>
        <source>It was revoked by its issuer.</source>
        <translation>Es wurde von seinem Aussteller widerrufen.</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>Fingerabdruck (SHA-256): %1</translation>
    </message>
</context>
<context>
    <name>meshscope::Shots</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the mesh could not be loaded</source>
        <translation>das Mesh konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>das Bild konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the manifest&apos;s pictures are skipped: no corpus</source>
        <translation>Die Bilder des Manifests entfallen: kein Korpus</translation>
    </message>
    <message>
        <source>the manifest could not be copied</source>
        <translation>Das Manifest konnte nicht kopiert werden</translation>
    </message>
</context>
<context>
    <name>meshscope::SideColumn</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The product names no input or output port.</source>
        <translation>Das Produkt nennt weder Eingangs- noch Ausgangsport.</translation>
    </message>
    <message>
        <source>%1 input, %2 output</source>
        <translation>%1 Eingänge, %2 Ausgänge</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>No data contract: nothing says what may be relied on.</source>
        <translation>Kein Datenvertrag: nichts sagt, worauf Verlass ist.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contract(s)</source>
        <translation>
            <numerusform>%Ln Vertrag</numerusform>
            <numerusform>%Ln Verträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the contract</source>
        <translation>Vertrag öffnen</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Nothing is known to flow in or out of it. Ports, contracts, dbt and OpenLineage say so.</source>
        <translation>Es ist nicht bekannt, dass etwas zu- oder abfließt. Ports, Verträge, dbt und OpenLineage sagen so etwas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiteres</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 upstream, %2 downstream</source>
        <translation>%1 vorgelagert, %2 nachgelagert</translation>
    </message>
    <message numerus="yes">
        <source>feeds %Ln more</source>
        <translation>
            <numerusform>speist %Ln weiteres</numerusform>
            <numerusform>speist %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gebildet von</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::SignIn</name>
    <message>
        <source>Nobody signs in</source>
        <translation>Niemand meldet sich an</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Kennwort</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>OAuth, as a program</source>
        <translation>OAuth, als Programm</translation>
    </message>
    <message>
        <source>OAuth, as a person</source>
        <translation>OAuth, als Person</translation>
    </message>
    <message>
        <source>AWS signature</source>
        <translation>AWS-Signatur</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
</context>
<context>
    <name>meshscope::Signing</name>
    <message>
        <source>The signing key could not be used: it is damaged.</source>
        <translation>Der Signaturschlüssel ließ sich nicht verwenden: er ist beschädigt.</translation>
    </message>
    <message>
        <source>The system gives no random numbers: try again later.</source>
        <translation>Das System liefert keine Zufallszahlen: später noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>meshscope::SigningKey</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is damaged: bring it back from a copy.</source>
        <translation>%1 ist beschädigt: aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>There is no place to keep a key in.</source>
        <translation>Es gibt keinen Ort, um einen Schlüssel aufzubewahren.</translation>
    </message>
    <message>
        <source>The signing key of this workspace was exchanged in the %1. Bring the right one back, or remove %2 to go on with another; earlier events then count as foreign.</source>
        <translation>Der Signaturschlüssel dieser Arbeitsdatei wurde ausgetauscht (Aufbewahrungsort: %1). Den richtigen zurückbringen oder %2 entfernen, um mit einem anderen weiterzumachen; frühere Ereignisse gelten dann als fremd.</translation>
    </message>
    <message>
        <source>The signing key of this workspace is not in the %1: it is locked, or the key was lost. Unlock it or bring the key back, or remove %2 to go on with a new one; earlier events then count as foreign.</source>
        <translation>Der Signaturschlüssel dieser Arbeitsdatei fehlt (Aufbewahrungsort: %1): gesperrt, oder der Schlüssel ging verloren. Entsperren oder den Schlüssel zurückbringen, oder %2 entfernen, um mit einem neuen weiterzumachen; frühere Ereignisse gelten dann als fremd.</translation>
    </message>
    <message>
        <source>The signing key of this workspace is in the %1, which is not used here. Start without MESHSCOPE_KEYSTORE.</source>
        <translation>Der Signaturschlüssel dieser Arbeitsdatei liegt an einem Ort, der hier nicht verwendet wird (%1). Ohne MESHSCOPE_KEYSTORE starten.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>Another program is using the signing key: try again.</source>
        <translation>Ein anderes Programm verwendet den Signaturschlüssel: noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to. Check its permissions.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden. Prüfen Sie seine Berechtigungen.</translation>
    </message>
</context>
<context>
    <name>meshscope::SmallLineage</name>
    <message>
        <source>Lineage: %1 upstream, %2 downstream</source>
        <translation>Herkunft: %1 vorgelagert, %2 nachgelagert</translation>
    </message>
</context>
<context>
    <name>meshscope::SourceSection</name>
    <message>
        <source>Source document</source>
        <translation>Quelldokument</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>in the document, shown nowhere else</source>
        <translation>im Dokument, sonst nirgends gezeigt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the file in the program the desktop has for it</source>
        <translation>Die Datei in dem Programm öffnen, das der Desktop dafür hat</translation>
    </message>
    <message>
        <source>No document of its own</source>
        <translation>Kein eigenes Dokument</translation>
    </message>
    <message>
        <source>It is only named by others, so no file describes it. Its lineage and users say who.</source>
        <translation>Es wird nur von anderen genannt, keine Datei beschreibt es. Herkunft und Verwendung sagen, von wem.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Only this document is shown here.</source>
        <translation>Nur dieses Dokument wird hier gezeigt.</translation>
    </message>
    <message>
        <source>%1, read %2 from %3</source>
        <translation>%1, gelesen %2 aus %3</translation>
    </message>
    <message>
        <source>The document could not be read</source>
        <translation>Das Dokument ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The first 2 MB are shown; %1 more stand in the file. Copy takes all of it.</source>
        <translation>Die ersten 2 MB werden gezeigt; weitere %1 stehen in der Datei. Kopieren nimmt alles.</translation>
    </message>
    <message>
        <source>“%1” does not stand in this document.</source>
        <translation>„%1“ kommt in diesem Dokument nicht vor.</translation>
    </message>
    <message>
        <source>Copied the document</source>
        <translation>Dokument kopiert</translation>
    </message>
    <message>
        <source>%1 is not in the endpoint&apos;s folder any more; read the endpoint again.</source>
        <translation>%1 ist nicht mehr im Ordner des Endpunkts; den Endpunkt noch einmal lesen.</translation>
    </message>
</context>
<context>
    <name>meshscope::SqliteRows</name>
    <message>
        <source>Reading %1 was stopped: it took too long.</source>
        <translation>Das Lesen von %1 wurde angehalten: es dauerte zu lange.</translation>
    </message>
    <message>
        <source>%1 cannot be read as an SQLite file: %2</source>
        <translation>%1 lässt sich nicht als SQLite-Datei lesen: %2</translation>
    </message>
    <message>
        <source>(%1 bytes)</source>
        <translation>(%1 Bytes)</translation>
    </message>
    <message>
        <source>%1 has no table %2; it has: %3. Name the table in the contract&apos;s schema.</source>
        <translation>%1 hat keine Tabelle %2; vorhanden: %3. Die Tabelle im Schema des Vertrags nennen.</translation>
    </message>
</context>
<context>
    <name>meshscope::StackedBar</name>
    <message>
        <source>%1 met, %2 at risk, %3 breached, %4 unknown</source>
        <translation>%1 erfüllt, %2 gefährdet, %3 verletzt, %4 unbekannt</translation>
    </message>
</context>
<context>
    <name>meshscope::StartPage</name>
    <message>
        <source>Catalogs over the network come later: today a folder can hold what they export.</source>
        <translation>Kataloge über das Netz kommen später: heute kann ein Ordner enthalten, was sie exportieren.</translation>
    </message>
    <message>
        <source>Which mesh do you want to see?</source>
        <translation>Welches Mesh soll es sein?</translation>
    </message>
    <message>
        <source>Meshscope reads catalogs and keeps a copy on this computer. Nothing is sent anywhere until you ask for access.</source>
        <translation>Meshscope liest Kataloge und behält eine Kopie auf diesem Computer. Nichts wird irgendwohin gesendet, bevor Zugriff beantragt wird.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Explore the demo mesh</source>
        <translation>Das Demo-Mesh erkunden</translation>
    </message>
    <message>
        <source>A fictional retailer with all its domains, products, lineage, service levels and requests.</source>
        <translation>Ein erfundener Einzelhändler mit allen Domänen, Produkten, Herkunft, Service-Leveln und Anträgen.</translation>
    </message>
    <message>
        <source>not in this build</source>
        <translation>nicht in diesem Programm enthalten</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Contracts, products, dbt and OpenLineage files in any nesting, often a git clone.</source>
        <translation>Verträge, Produkte, dbt- und OpenLineage-Dateien, beliebig verschachtelt, oft ein Git-Klon.</translation>
    </message>
    <message>
        <source>or drop one here</source>
        <translation>oder hierher ziehen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Connect a catalog</source>
        <translation>Mit einem Katalog verbinden</translation>
    </message>
    <message>
        <source>address and sign-in</source>
        <translation>Adresse und Anmeldung</translation>
    </message>
    <message>
        <source>not in this version</source>
        <translation>nicht in dieser Version</translation>
    </message>
    <message>
        <source>Other ways in</source>
        <translation>Andere Wege</translation>
    </message>
    <message>
        <source>Open a workspace file…</source>
        <translation>Arbeitsdatei öffnen …</translation>
    </message>
    <message>
        <source>Paste a link</source>
        <translation>Link einfügen</translation>
    </message>
    <message>
        <source>What is read, and what never is</source>
        <translation>Was gelesen wird und was nie</translation>
    </message>
    <message>
        <source>More of each can be added later under Endpoints</source>
        <translation>Mehr davon lässt sich später unter Endpunkte hinzufügen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>no network needed</source>
        <translation>ohne Netz</translation>
    </message>
</context>
<context>
    <name>meshscope::StatePanel</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not everything is here.</source>
        <translation>Nicht alles ist hier.</translation>
    </message>
    <message>
        <source>Not read again since %1.</source>
        <translation>Seit %1 nicht mehr gelesen.</translation>
    </message>
</context>
<context>
    <name>meshscope::Status</name>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Verletzt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Ohne Zusage</translation>
    </message>
</context>
<context>
    <name>meshscope::StatusChip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>meshscope::StatusLine</name>
    <message>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>No endpoint yet</source>
        <translation>Noch kein Endpunkt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln endpoint(s)</source>
        <translation>
            <numerusform>%Ln Endpunkt</numerusform>
            <numerusform>%Ln Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>%1: complete, %2</source>
        <translation>%1: vollständig, %2</translation>
    </message>
    <message>
        <source>%1: %2 complete, %3</source>
        <translation>%1: %2 vollständig, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln issue(s)</source>
        <translation>
            <numerusform>%Ln Meldung</numerusform>
            <numerusform>%Ln Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 listed</source>
        <translation>%1 von %2 gelistet</translation>
    </message>
</context>
<context>
    <name>meshscope::Sync</name>
    <message>
        <source>“%1” cannot be an endpoint&apos;s name: use small letters, digits and hyphens.</source>
        <translation>„%1“ kann kein Name eines Endpunkts sein: Kleinbuchstaben, Ziffern und Bindestriche verwenden.</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Check the path.</source>
        <translation>Es gibt keinen Ordner „%1“. Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>“%1” is a file. Name the folder it is in.</source>
        <translation>„%1“ ist eine Datei. Den Ordner nennen, in dem sie liegt.</translation>
    </message>
    <message>
        <source>There is no endpoint “%1” to change.</source>
        <translation>Es gibt keinen Endpunkt „%1“, der sich ändern ließe.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: %2</source>
        <translation>Endpunkt „%1“: %2</translation>
    </message>
</context>
<context>
    <name>meshscope::SyncRunner</name>
    <message numerus="yes">
        <source>%Ln endpoints</source>
        <translation>
            <numerusform>%Ln Endpunkt</numerusform>
            <numerusform>%Ln Endpunkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::TextSource</name>
    <message>
        <source>The encoding &quot;%1&quot; is not known: correct it in the contract&apos;s server.</source>
        <translation>Die Kodierung „%1“ ist nicht bekannt: im Server des Vertrags berichtigen.</translation>
    </message>
</context>
<context>
    <name>meshscope::Tile</name>
    <message>
        <source>of</source>
        <comment>5 of 62</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>nichts zu zählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>meshscope::Timeline</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>waits for the owner</source>
        <translation>wartet auf den Eigentümer</translation>
    </message>
    <message>
        <source>Granted, verified</source>
        <translation>Freigegeben, bestätigt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>not yet: %1</source>
        <translation>noch nicht: %1</translation>
    </message>
</context>
<context>
    <name>meshscope::TopBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Show or hide the inspector (F4)</source>
        <translation>Den Inspektor zeigen oder ausblenden (F4)</translation>
    </message>
    <message>
        <source>Show what the workspace knew at another moment</source>
        <translation>Zeigen, was die Arbeitsdatei zu einem anderen Zeitpunkt wusste</translation>
    </message>
    <message>
        <source>You are at %1</source>
        <translation>Hier: %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>meshscope::TraceBar</name>
    <message>
        <source>Traced</source>
        <translation>Verfolgt</translation>
    </message>
    <message>
        <source>End the trace (Esc)</source>
        <translation>Verfolgung beenden (Esc)</translation>
    </message>
</context>
<context>
    <name>meshscope::TrafficModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (try %2)</source>
        <translation>%1 (Versuch %2)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the first and the last %2 are listed</source>
        <translation>%1; gelistet sind die ersten und letzten %2</translation>
    </message>
</context>
<context>
    <name>meshscope::Trino</name>
    <message>
        <source>Catalogs to read, separated by commas; * stands for anything. Default: all but the system&apos;s.</source>
        <translation>Zu lesende Kataloge, durch Kommas getrennt; * steht für Beliebiges. Vorgabe: alle außer denen des Systems.</translation>
    </message>
    <message>
        <source>Catalogs not to read, in the same way.</source>
        <translation>Nicht zu lesende Kataloge, ebenso.</translation>
    </message>
    <message>
        <source>Trino or Starburst</source>
        <translation>Trino oder Starburst</translation>
    </message>
    <message>
        <source>Which tables a view reads is known, not which of their columns.</source>
        <translation>Bekannt ist, welche Tabellen eine Sicht liest, nicht, welche ihrer Spalten.</translation>
    </message>
    <message>
        <source>Trino knows no contracts.</source>
        <translation>Trino kennt keine Verträge.</translation>
    </message>
    <message>
        <source>Trino knows no constraints and checks nothing.</source>
        <translation>Trino kennt keine Bedingungen und prüft nichts.</translation>
    </message>
    <message>
        <source>Who reads what is in the server&apos;s own log, which is not read.</source>
        <translation>Wer was liest, steht im Protokoll des Servers, das nicht gelesen wird.</translation>
    </message>
    <message>
        <source>Rights in Trino are granted, not asked for.</source>
        <translation>Rechte in Trino werden erteilt, nicht beantragt.</translation>
    </message>
    <message>
        <source>The information schema tells no times: it is read and compared.</source>
        <translation>Das Informationsschema nennt keine Zeiten: Es wird gelesen und verglichen.</translation>
    </message>
    <message>
        <source>The server tells what it is</source>
        <translation>Der Server sagt, was er ist</translation>
    </message>
    <message>
        <source>What answers is no Trino. Check the address.</source>
        <translation>Was antwortet, ist kein Trino. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Trino %1</source>
        <translation>Trino %1</translation>
    </message>
    <message>
        <source>It is still starting. Try again in a minute.</source>
        <translation>Er startet noch. Versuchen Sie es in einer Minute wieder.</translation>
    </message>
    <message>
        <source>Statements are answered</source>
        <translation>Anweisungen werden beantwortet</translation>
    </message>
    <message>
        <source>%1 catalogs</source>
        <translation>%1 Kataloge</translation>
    </message>
    <message>
        <source>Comments and views can be read</source>
        <translation>Kommentare und Sichten sind lesbar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Catalog “%1” was not read: %2</source>
        <translation>Katalog „%1“ wurde nicht gelesen: %2</translation>
    </message>
    <message>
        <source>Which tables of catalog “%1” are materialised views is not known: %2</source>
        <translation>Welche Tabellen des Katalogs „%1“ materialisierte Sichten sind, ist nicht bekannt: %2</translation>
    </message>
    <message>
        <source>Comments of tables in catalog “%1” could not be read: %2</source>
        <translation>Kommentare der Tabellen im Katalog „%1“ konnten nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>What view %1 reads is not known: %2</source>
        <translation>Was Sicht %1 liest, ist nicht bekannt: %2</translation>
    </message>
    <message>
        <source>the server&apos;s plan cannot be read.</source>
        <translation>der Plan des Servers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is not there (any more), or none of its columns may be read. Read the endpoint again; the permission that may be missing: SELECT on its columns.</source>
        <translation>%1 ist nicht (mehr) da, oder keine seiner Spalten darf gelesen werden. Lesen Sie den Endpunkt neu; das vielleicht fehlende Recht: SELECT auf die Spalten.</translation>
    </message>
    <message>
        <source>Values longer than %1 characters are cut.</source>
        <translation>Werte über %1 Zeichen sind abgeschnitten.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: what answers is no Trino. Check the address.</source>
        <translation>Endpunkt „%1“: Was antwortet, ist kein Trino. Prüfen Sie die Adresse.</translation>
    </message>
    <message numerus="yes">
        <source>Endpoint “%1”: the server had no answer after %n seconds, and was told to stop.</source>
        <translation>
            <numerusform>Endpunkt „%1“: Der Server hatte nach %n Sekunde keine Antwort und wurde angehalten.</numerusform>
            <numerusform>Endpunkt „%1“: Der Server hatte nach %n Sekunden keine Antwort und wurde angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server sends rows in an encoding that was not asked for.</source>
        <translation>Endpunkt „%1“: Der Server sendet Zeilen in einer Kodierung, um die nicht gebeten wurde.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server refuses: %2.</source>
        <translation>Endpunkt „%1“: Der Server weigert sich: %2.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: %2.</source>
        <translation>Endpunkt „%1“: %2.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the query was stopped at the server.</source>
        <translation>Endpunkt „%1“: Die Abfrage wurde auf dem Server angehalten.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server has no room for this now (%2). Try again later.</source>
        <translation>Endpunkt „%1“: Der Server hat dafür jetzt keinen Platz (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: %2 (%3).</source>
        <translation>Endpunkt „%1“: %2 (%3).</translation>
    </message>
    <message>
        <source>a name is missing in the answer to “%1”.</source>
        <translation>in der Antwort auf „%1“ fehlt ein Name.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the answer to a statement is damaged.</source>
        <translation>Endpunkt „%1“: Die Antwort auf eine Anweisung ist beschädigt.</translation>
    </message>
    <message>
        <source>A Trino server (or Starburst, which is one). The location is its address, such as https://trino.example:8443. Where nobody signs in, the user says in whose name it is asked.</source>
        <translation>Ein Trino-Server (oder Starburst, was einer ist). Der Ort ist seine Adresse, etwa https://trino.example:8443. Wo sich niemand anmeldet, sagt der Benutzer, in wessen Namen gefragt wird.</translation>
    </message>
    <message>
        <source>Catalogs whose tables&apos; statistics are read too, in the same way: one statement a table. Default: none.</source>
        <translation>Kataloge, von deren Tabellen auch die Statistiken gelesen werden, ebenso geschrieben: eine Anweisung je Tabelle. Voreinstellung: keine.</translation>
    </message>
    <message>
        <source>Trino knows tables and views; data products are read where the server is Starburst&apos;s.</source>
        <translation>Trino kennt Tabellen und Sichten; Datenprodukte werden gelesen, wo der Server einer von Starburst ist.</translation>
    </message>
    <message>
        <source>Endpoint “%1”: the server&apos;s list of data products is no list.</source>
        <translation>Endpunkt „%1“: Die Liste der Datenprodukte des Servers ist keine Liste.</translation>
    </message>
    <message>
        <source>Data products were not read: %1</source>
        <translation>Datenprodukte wurden nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Data product %1 was not read: what came is another one.</source>
        <translation>Datenprodukt %1 wurde nicht gelesen: Es kam ein anderes.</translation>
    </message>
    <message>
        <source>Data product %1 was not read: %2</source>
        <translation>Datenprodukt %1 wurde nicht gelesen: %2</translation>
    </message>
    <message numerus="yes">
        <source>Statistics of %n tables in catalog “%1” could not be read: %2</source>
        <translation>
            <numerusform>Die Statistik einer Tabelle im Katalog „%1“ konnte nicht gelesen werden: %2</numerusform>
            <numerusform>Die Statistiken von %n Tabellen im Katalog „%1“ konnten nicht gelesen werden: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshscope::Unity</name>
    <message>
        <source>Whose permissions are read: none, schemas (those of catalogs and schemas), or all (one request a table). Default: schemas.</source>
        <translation>Wessen Berechtigungen gelesen werden: none, schemas (die von Katalogen und Schemata) oder all (eine Anfrage je Tabelle). Ohne Angabe: schemas.</translation>
    </message>
    <message>
        <source>Whether snapshots of tables are read by the server&apos;s Iceberg interface: yes or no. Default: yes.</source>
        <translation>Ob Snapshots von Tabellen über die Iceberg-Schnittstelle des Servers gelesen werden: yes oder no. Ohne Angabe: yes.</translation>
    </message>
    <message>
        <source>Unity Catalog</source>
        <translation>Unity Catalog</translation>
    </message>
    <message>
        <source>A Unity Catalog server, or a Databricks workspace. The location is its address, such as http://unity.example:8080.</source>
        <translation>Ein Unity-Catalog-Server oder ein Databricks-Arbeitsbereich. Der Ort ist seine Adresse, etwa http://unity.example:8080.</translation>
    </message>
    <message>
        <source>Unity Catalog knows tables, volumes, functions and models, no data products.</source>
        <translation>Unity Catalog kennt Tabellen, Volumes, Funktionen und Modelle, keine Datenprodukte.</translation>
    </message>
    <message>
        <source>Unity Catalog tells which tables a view reads, not which columns.</source>
        <translation>Unity Catalog sagt, welche Tabellen eine Sicht liest, nicht, welche Spalten.</translation>
    </message>
    <message>
        <source>The catalog knows where the files are; rows are read by an engine such as Trino.</source>
        <translation>Der Katalog weiß, wo die Dateien sind; Zeilen liest eine Engine wie Trino.</translation>
    </message>
    <message>
        <source>Unity Catalog knows schemas, no contracts.</source>
        <translation>Unity Catalog kennt Schemata, keine Verträge.</translation>
    </message>
    <message>
        <source>Unity Catalog keeps no results of checks; tables it serves as Iceberg&apos;s bring what their snapshots say.</source>
        <translation>Unity Catalog bewahrt keine Prüfergebnisse auf; Tabellen, die es als Iceberg anbietet, bringen mit, was ihre Snapshots sagen.</translation>
    </message>
    <message>
        <source>The open Unity Catalog does not tell who reads its tables.</source>
        <translation>Der offene Unity Catalog sagt nicht, wer seine Tabellen liest.</translation>
    </message>
    <message>
        <source>Unity Catalog has grants, and no way to ask for one.</source>
        <translation>Unity Catalog hat Freigaben und keinen Weg, eine zu beantragen.</translation>
    </message>
    <message>
        <source>The server lists no changes: the lists are read and compared.</source>
        <translation>Der Server listet keine Änderungen: Die Listen werden gelesen und verglichen.</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>The first is “%1”</source>
        <translation>Die erste ist „%1“</translation>
    </message>
    <message>
        <source>Catalogs can be read</source>
        <translation>Kataloge können gelesen werden</translation>
    </message>
    <message>
        <source>Unity Catalog does not tell it over its API. Versions to 0.6 are known to work.</source>
        <translation>Unity Catalog sagt sie nicht über seine API. Versionen bis 0.6 sind bekannt.</translation>
    </message>
    <message>
        <source>Schemas can be read</source>
        <translation>Schemata können gelesen werden</translation>
    </message>
    <message>
        <source>Tables can be read</source>
        <translation>Tabellen können gelesen werden</translation>
    </message>
    <message>
        <source>Volumes can be read</source>
        <translation>Volumes können gelesen werden</translation>
    </message>
    <message>
        <source>Functions can be read</source>
        <translation>Funktionen können gelesen werden</translation>
    </message>
    <message>
        <source>Models can be read</source>
        <translation>Modelle können gelesen werden</translation>
    </message>
    <message>
        <source>Permissions can be read</source>
        <translation>Berechtigungen können gelesen werden</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>tables as Iceberg has them</source>
        <translation>Tabellen, wie Iceberg sie hat</translation>
    </message>
    <message>
        <source>SELECT on the table, and EXTERNAL USE SCHEMA on Databricks</source>
        <translation>SELECT auf die Tabelle und, bei Databricks, EXTERNAL USE SCHEMA</translation>
    </message>
    <message>
        <source>Iceberg tables of “%1”</source>
        <translation>Iceberg-Tabellen von „%1“</translation>
    </message>
    <message>
        <source>USE CATALOG, USE SCHEMA and a privilege on the %1, or BROWSE</source>
        <translation>USE CATALOG, USE SCHEMA und ein Recht auf %1, oder BROWSE</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>What answers at %1 is no Unity Catalog: there are no catalogs in its answer. Check the address.</source>
        <translation>Was unter %1 antwortet, ist kein Unity Catalog: In der Antwort sind keine Kataloge. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>catalogs</source>
        <translation>Kataloge</translation>
    </message>
    <message>
        <source>schemas of “%1”</source>
        <translation>Schemata von „%1“</translation>
    </message>
    <message>
        <source>This server has no %1.</source>
        <translation>Dieser Server hat keine %1.</translation>
    </message>
    <message>
        <source>%1 of “%2”</source>
        <translation>%1 von „%2“</translation>
    </message>
    <message>
        <source>versions of “%1”</source>
        <translation>Versionen von „%1“</translation>
    </message>
    <message>
        <source>permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>to own what they are on, or MANAGE</source>
        <translation>zu besitzen, worauf sie sich beziehen, oder MANAGE</translation>
    </message>
</context>
<context>
    <name>meshscope::Vault</name>
    <message>
        <source>No key could be made from the passphrase.</source>
        <translation>Aus der Passphrase ließ sich kein Schlüssel bilden.</translation>
    </message>
    <message>
        <source>Secrets could not be encrypted.</source>
        <translation>Die Geheimnisse ließen sich nicht verschlüsseln.</translation>
    </message>
    <message>
        <source>%1 is damaged: bring it back from a copy.</source>
        <translation>%1 ist beschädigt: aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program.</source>
        <translation>%1 stammt von einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>A vault needs a passphrase.</source>
        <translation>Ein Tresor braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Check its permissions.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>Another program is using %1, or its folder cannot be written to.</source>
        <translation>Ein anderes Programm benutzt %1, oder in den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: the passphrase is another, or somebody changed the file.</source>
        <translation>%1 kann nicht geöffnet werden: die Passphrase ist eine andere, oder jemand hat die Datei verändert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is no secret %1 in %2.</source>
        <translation>Es gibt kein Geheimnis %1 in %2.</translation>
    </message>
</context>
<context>
    <name>meshscope::VaultBar</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Aufschließen</translation>
    </message>
    <message>
        <source>Your secrets are in a vault that is locked: servers that need one cannot be read before.</source>
        <translation>Ihre Geheimnisse liegen in einem verschlossenen Tresor: Server, die eines brauchen, können vorher nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Opening the vault…</source>
        <translation>Der Tresor wird geöffnet …</translation>
    </message>
    <message>
        <source>The vault stays locked.</source>
        <translation>Der Tresor bleibt verschlossen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>meshscope::Workspace</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>The %1 “%2” is described here and in %3. This one is shown as “%4”: give one of them another id if they are two things, or remove one.</source>
        <translation>„%2“ (%1) wird hier und in %3 beschrieben. Dieses erscheint als „%4“: einem davon eine andere Kennung geben, wenn es zwei Dinge sind, oder eines entfernen.</translation>
    </message>
    <message>
        <source>The original document is damaged in the workspace. Sync its endpoint again.</source>
        <translation>Das Originaldokument ist in der Arbeitsdatei beschädigt. Den Endpunkt noch einmal abgleichen.</translation>
    </message>
    <message>
        <source>There is no room left for the workspace “%1”. Nothing that was confirmed is lost: free some space and try again.</source>
        <translation>Für die Arbeitsdatei „%1“ ist kein Platz mehr. Nichts Bestätigtes ist verloren: Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“%1” is damaged or is not a workspace (%2). It has been left as it is: restore a copy of it, or choose another file to start a new workspace.</source>
        <translation>„%1“ ist beschädigt oder keine Arbeitsdatei (%2). Sie bleibt, wie sie ist: eine Kopie davon wiederherstellen oder eine andere Datei wählen, um eine neue Arbeitsdatei zu beginnen.</translation>
    </message>
    <message>
        <source>The workspace “%1” is being written to by another program. Try again when that has finished.</source>
        <translation>In die Arbeitsdatei „%1“ schreibt gerade ein anderes Programm. Noch einmal versuchen, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>The workspace “%1” cannot be written to. Check its permissions and those of its folder.</source>
        <translation>In die Arbeitsdatei „%1“ lässt sich nicht schreiben. Ihre Berechtigungen und die ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The workspace “%1” cannot be opened. Check that its folder exists and that you may use it.</source>
        <translation>Die Arbeitsdatei „%1“ lässt sich nicht öffnen. Prüfen, ob ihr Ordner da ist und benutzt werden darf.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The workspace “%1” cannot be read or written (%2). Check the disk it is on.</source>
        <translation>Die Arbeitsdatei „%1“ lässt sich nicht lesen oder schreiben (%2). Den Datenträger prüfen, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>The workspace “%1” could not be used: %2.</source>
        <translation>Die Arbeitsdatei „%1“ ließ sich nicht verwenden: %2.</translation>
    </message>
    <message>
        <source>There is no endpoint named “%1” in this workspace.</source>
        <translation>Es gibt in dieser Arbeitsdatei keinen Endpunkt namens „%1“.</translation>
    </message>
    <message>
        <source>“%1” is being synced already (process %2). Wait until that has finished.</source>
        <translation>„%1“ wird schon abgeglichen (Prozess %2). Warten, bis das fertig ist.</translation>
    </message>
    <message>
        <source>The folder of the workspace “%1” cannot be written to. Check its permissions.</source>
        <translation>In den Ordner der Arbeitsdatei „%1“ lässt sich nicht schreiben. Seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>Meshscope ended before this run had finished.</source>
        <translation>Meshscope endete, bevor dieser Lauf fertig war.</translation>
    </message>
    <message>
        <source>“%1” is not a Meshscope workspace. It has been left as it is: choose another file, or a new name to start a new workspace.</source>
        <translation>„%1“ ist keine Arbeitsdatei von Meshscope. Sie bleibt, wie sie ist: eine andere Datei wählen oder einen neuen Namen, um eine neue Arbeitsdatei zu beginnen.</translation>
    </message>
    <message>
        <source>The copy “%1” could not be written before the upgrade. Check the permissions of its folder.</source>
        <translation>Die Kopie „%1“ vor der Umstellung ließ sich nicht schreiben. Die Berechtigungen ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The workspace “%1” was made by a newer Meshscope (format %2, this one reads up to %3). Update Meshscope, or choose another workspace.</source>
        <translation>Die Arbeitsdatei „%1“ stammt von einem neueren Meshscope (Format %2, dieses liest bis %3). Meshscope aktualisieren oder eine andere Arbeitsdatei wählen.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file for the workspace.</source>
        <translation>„%1“ ist ein Ordner. Eine Datei als Arbeitsdatei nennen.</translation>
    </message>
    <message>
        <source>There is no workspace “%1”. Add an endpoint to make one, or check the name.</source>
        <translation>Es gibt keine Arbeitsdatei „%1“. Einen Endpunkt hinzufügen, um eine anzulegen, oder den Namen prüfen.</translation>
    </message>
    <message>
        <source>There is an endpoint named “%1” already. Choose another name.</source>
        <translation>Einen Endpunkt namens „%1“ gibt es schon. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“%1” is being synced. Cancel that or wait, then remove it.</source>
        <translation>„%1“ wird gerade abgeglichen. Das abbrechen oder abwarten, dann entfernen.</translation>
    </message>
    <message>
        <source>The workspace holds no document “%1” of “%2”.</source>
        <translation>Die Arbeitsdatei enthält kein Dokument „%1“ von „%2“.</translation>
    </message>
    <message>
        <source>Another event was signed at the same moment (number %1). Try again.</source>
        <translation>Im selben Augenblick wurde ein anderes Ereignis signiert (Nummer %1). Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Domains lie in a circle: %1. Change the parent of one of them; until then the first is shown at the top.</source>
        <translation>Domänen liegen im Kreis: %1. Bei einer davon die übergeordnete ändern; bis dahin steht die erste ganz oben.</translation>
    </message>
    <message>
        <source>“%1” was changed while it was read: what came is of the place before. Read it again.</source>
        <translation>„%1“ wurde geändert, während gelesen wurde: Was kam, ist vom vorigen Ort. Lies noch einmal.</translation>
    </message>
</context>
<context>
    <name>meshscope::YamlEdit</name>
    <message>
        <source>The field %1 is written in a way that cannot be changed safely: change it by hand.</source>
        <translation>Das Feld %1 ist so geschrieben, dass es sich nicht sicher ändern lässt: von Hand ändern.</translation>
    </message>
    <message>
        <source>It is not valid YAML at line %1, column %2 (%3): mend it, then try again.</source>
        <translation>Kein gültiges YAML in Zeile %1, Spalte %2 (%3): berichtigen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The file is not in UTF-8: save it as UTF-8, then try again.</source>
        <translation>Die Datei ist nicht in UTF-8: als UTF-8 speichern, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It holds no data usage agreement with the id %1.</source>
        <translation>Sie enthält keine Nutzungsvereinbarung mit der Kennung %1.</translation>
    </message>
</context>
<context>
    <name>meshscope::ZoomBox</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Back to 100 % (0)</source>
        <translation>Zurück zu 100 % (0)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>%1&#x2009;%</source>
        <translation>%1&#x2009;%</translation>
    </message>
</context>
<context>
    <name>meshscope::cli</name>
    <message>
        <source>search takes what to look for</source>
        <translation>search braucht einen Suchbegriff</translation>
    </message>
    <message>
        <source>no such kind: %1</source>
        <translation>keine solche Art: %1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 shown; --limit shows more</source>
        <translation>%1 von %2 gezeigt; --limit zeigt mehr</translation>
    </message>
    <message>
        <source>the endpoint %1 does not know it</source>
        <translation>der Endpunkt %1 kennt es nicht</translation>
    </message>
    <message>
        <source>the dataset has no column %1</source>
        <translation>der Datenbestand hat keine Spalte %1</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>show takes one address or name</source>
        <translation>show braucht eine Adresse oder einen Namen</translation>
    </message>
    <message>
        <source>no document stands behind it: it is only named by others</source>
        <translation>kein Dokument steht dahinter: es wird nur von anderen genannt</translation>
    </message>
    <message>
        <source>sample takes one address or name</source>
        <translation>sample braucht eine Adresse oder einen Namen</translation>
    </message>
    <message>
        <source>find products, columns, terms, people</source>
        <translation>Produkte, Spalten, Begriffe, Personen finden</translation>
    </message>
    <message>
        <source>Only this kind.</source>
        <translation>Nur diese Art.</translation>
    </message>
    <message>
        <source>Only this domain and those below.</source>
        <translation>Nur diese Domäne und die darunter.</translation>
    </message>
    <message>
        <source>Only what this endpoint knows.</source>
        <translation>Nur, was dieser Endpunkt kennt.</translation>
    </message>
    <message>
        <source>At most so many hits (50).</source>
        <translation>Höchstens so viele Treffer (50).</translation>
    </message>
    <message>
        <source>everything known of one thing</source>
        <translation>alles, was von einem Ding bekannt ist</translation>
    </message>
    <message>
        <source>Print the original document byte for byte.</source>
        <translation>Das Originaldokument Byte für Byte ausgeben.</translation>
    </message>
    <message>
        <source>The document of this endpoint.</source>
        <translation>Das Dokument dieses Endpunkts.</translation>
    </message>
    <message>
        <source>first rows of a product, port or dataset</source>
        <translation>erste Zeilen eines Produkts, Ports oder Datenbestands</translation>
    </message>
    <message>
        <source>At most so many rows (100).</source>
        <translation>Höchstens so viele Zeilen (100).</translation>
    </message>
    <message>
        <source>Show masked columns; needs a grant.</source>
        <translation>Maskierte Spalten zeigen; braucht eine Freigabe.</translation>
    </message>
    <message>
        <source>Use this workspace file.</source>
        <translation>Diese Arbeitsdatei verwenden.</translation>
    </message>
    <message>
        <source>Answer with one JSON document.</source>
        <translation>Mit einem JSON-Dokument antworten.</translation>
    </message>
    <message>
        <source>Show no progress.</source>
        <translation>Keinen Fortschritt zeigen.</translation>
    </message>
    <message>
        <source>Say only what was asked for.</source>
        <translation>Nur ausgeben, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>Explain what is done.</source>
        <translation>Erläutern, was geschieht.</translation>
    </message>
    <message>
        <source>Use the workspace of the demo mesh.</source>
        <translation>Die Arbeitsdatei des Demo-Mesh verwenden.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;</source>
        <translation>--%1 braucht eine ganze Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no moment: give a date (2026-11-17) or a time (2026-11-17T14:02:00+01:00)</source>
        <translation>„%1“ ist kein Zeitpunkt: ein Datum (2026-11-17) oder eine Zeit (2026-11-17T14:02:00+01:00) angeben</translation>
    </message>
    <message>
        <source>Meshscope explores data meshes. Without a command it opens the window.</source>
        <translation>Meshscope erkundet Data Meshes. Ohne Befehl öffnet es das Fenster.</translation>
    </message>
    <message>
        <source>the window, on the last workspace</source>
        <translation>das Fenster, mit der letzten Arbeitsdatei</translation>
    </message>
    <message>
        <source>the window, on the demo mesh</source>
        <translation>das Fenster, mit dem Demo-Mesh</translation>
    </message>
    <message>
        <source>pictures of every view of the demo mesh</source>
        <translation>Bilder aller Ansichten des Demo-Mesh</translation>
    </message>
    <message>
        <source>Every command takes --json, -w FILE, -q, -v and --help. Exit status: 0 done, 1 failed, 2 usage, 3 done in part.</source>
        <translation>Jeder Befehl kennt --json, -w FILE, -q, -v und --help. Rückgabewert: 0 erledigt, 1 fehlgeschlagen, 2 falscher Aufruf, 3 teilweise erledigt.</translation>
    </message>
    <message>
        <source>no such command; meshscope --help lists them</source>
        <translation>kein solcher Befehl; meshscope --help nennt sie</translation>
    </message>
    <message>
        <source>See meshscope %1 --help</source>
        <translation>Siehe meshscope %1 --help</translation>
    </message>
    <message>
        <source>%1 of %2 documents</source>
        <translation>%1 von %2 Dokumenten</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>es fehlt: %1</translation>
    </message>
    <message>
        <source>there is no endpoint yet: add one with meshscope endpoint add folder PATH</source>
        <translation>es gibt noch keinen Endpunkt: einen hinzufügen mit meshscope endpoint add folder PATH</translation>
    </message>
    <message>
        <source>no endpoint has this name; there are: %1</source>
        <translation>kein Endpunkt hat diesen Namen; es gibt: %1</translation>
    </message>
    <message>
        <source>never read</source>
        <translation>nie gelesen</translation>
    </message>
    <message>
        <source>no endpoints</source>
        <translation>keine Endpunkte</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>letzter Lauf</translation>
    </message>
    <message>
        <source>location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>endpoint add takes a kind and a location: meshscope endpoint add folder PATH --name NAME</source>
        <translation>endpoint add braucht eine Art und einen Ort: meshscope endpoint add folder PATH --name NAME</translation>
    </message>
    <message>
        <source>--option takes key=value, not &quot;%1&quot;</source>
        <translation>--option braucht Schlüssel=Wert, nicht „%1“</translation>
    </message>
    <message>
        <source>added %1; read it with: meshscope sync %1</source>
        <translation>%1 hinzugefügt; gelesen wird mit: meshscope sync %1</translation>
    </message>
    <message>
        <source>endpoint remove takes the endpoint&apos;s name</source>
        <translation>endpoint remove braucht den Namen des Endpunkts</translation>
    </message>
    <message>
        <source>removed %1; the folder itself is untouched</source>
        <translation>%1 entfernt; der Ordner selbst ist unberührt</translation>
    </message>
    <message>
        <source>endpoint test takes the endpoint&apos;s name</source>
        <translation>endpoint test braucht den Namen des Endpunkts</translation>
    </message>
    <message>
        <source>not ok</source>
        <translation>nicht ok</translation>
    </message>
    <message>
        <source>where the mesh is read from</source>
        <translation>woher das Mesh gelesen wird</translation>
    </message>
    <message>
        <source>Name of the endpoint in this workspace (a-z, 0-9, -).</source>
        <translation>Name des Endpunkts in dieser Arbeitsdatei (a-z, 0-9, -).</translation>
    </message>
    <message>
        <source>An option of the kind; see endpoint kinds.</source>
        <translation>Eine Option der Art; siehe endpoint kinds.</translation>
    </message>
    <message>
        <source>How to sign in; a folder needs none.</source>
        <translation>Wie die Anmeldung geschieht; ein Ordner braucht keine.</translation>
    </message>
    <message>
        <source>Keep what the endpoint said for comparing dates.</source>
        <translation>Behalten, was der Endpunkt sagte, um Stände zu vergleichen.</translation>
    </message>
    <message>
        <source>read the endpoints again</source>
        <translation>die Endpunkte neu lesen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>Auch bekannt als</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Zertifizierung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Read from</source>
        <translation>Gelesen aus</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>could not be written: %1</source>
        <translation>konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>wrote %1 (%2 bytes)</source>
        <translation>%1 geschrieben (%2 Bytes)</translation>
    </message>
    <message>
        <source>--level takes dataset, product or domain, not &quot;%1&quot;</source>
        <translation>--level braucht dataset, product oder domain, nicht „%1“</translation>
    </message>
    <message>
        <source>export graph takes --format svg, pdf, png, json, csv, graphml, dot or openlineage</source>
        <translation>export graph braucht --format svg, pdf, png, json, csv, graphml, dot oder openlineage</translation>
    </message>
    <message>
        <source>this build draws no pictures: use json, csv, graphml, dot or openlineage</source>
        <translation>dieses Programm zeichnet keine Bilder: json, csv, graphml, dot oder openlineage verwenden</translation>
    </message>
    <message>
        <source>this build writes no PDF: use csv</source>
        <translation>dieses Programm schreibt kein PDF: csv verwenden</translation>
    </message>
    <message>
        <source>export %1 takes --format csv or pdf</source>
        <translation>export %1 braucht --format csv oder pdf</translation>
    </message>
    <message>
        <source>export takes graph, health or requests</source>
        <translation>export braucht graph, health oder requests</translation>
    </message>
    <message>
        <source>write the whole graph, the health or the requests to a file</source>
        <translation>den ganzen Graphen, den Zustand oder die Anträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>svg, pdf, png, json, csv, graphml, dot or openlineage; for tables csv or pdf.</source>
        <translation>svg, pdf, png, json, csv, graphml, dot oder openlineage; für Tabellen csv oder pdf.</translation>
    </message>
    <message>
        <source>The file; standard output without it.</source>
        <translation>Die Datei; ohne sie die Standardausgabe.</translation>
    </message>
    <message>
        <source>Steps upstream, or all (the default).</source>
        <translation>Schritte vorgelagert, oder all (Vorgabe).</translation>
    </message>
    <message>
        <source>Steps downstream, or all (the default).</source>
        <translation>Schritte nachgelagert, oder all (Vorgabe).</translation>
    </message>
    <message>
        <source>dataset, product or domain.</source>
        <translation>dataset, product oder domain.</translation>
    </message>
    <message>
        <source>--domain takes a domain</source>
        <translation>--domain braucht eine Domäne</translation>
    </message>
    <message>
        <source>--product takes a data product</source>
        <translation>--product braucht ein Datenprodukt</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>gefährdet</translation>
    </message>
    <message>
        <source>breached</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>(breaking)</source>
        <translation>(bricht Zusagen)</translation>
    </message>
    <message>
        <source>diff takes two moments: meshscope diff FROM TO</source>
        <translation>diff braucht zwei Zeitpunkte: meshscope diff FROM TO</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts hat sich geändert</translation>
    </message>
    <message>
        <source>which service levels are kept</source>
        <translation>welche Service-Level eingehalten werden</translation>
    </message>
    <message>
        <source>Only this product.</source>
        <translation>Nur dieses Produkt.</translation>
    </message>
    <message>
        <source>As the workspace knew it then.</source>
        <translation>Wie die Arbeitsdatei es damals wusste.</translation>
    </message>
    <message>
        <source>what changed in the mesh between two dates</source>
        <translation>was sich im Mesh zwischen zwei Zeitpunkten geändert hat</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>%1 upstream and %2 downstream in all</source>
        <translation>insgesamt %1 vorgelagert und %2 nachgelagert</translation>
    </message>
    <message>
        <source>lineage takes one address or name</source>
        <translation>lineage braucht eine Adresse oder einen Namen</translation>
    </message>
    <message>
        <source>what it is made from and what is made from it</source>
        <translation>woraus es entsteht und was daraus entsteht</translation>
    </message>
    <message>
        <source>Steps upstream (1), or all.</source>
        <translation>Schritte vorgelagert (1), oder all.</translation>
    </message>
    <message>
        <source>Steps downstream (1), or all.</source>
        <translation>Schritte nachgelagert (1), oder all.</translation>
    </message>
    <message>
        <source>With the edges between columns.</source>
        <translation>Mit den Kanten zwischen Spalten.</translation>
    </message>
    <message>
        <source>dataset, product or domain; the default is that of the address.</source>
        <translation>dataset, product oder domain; Vorgabe ist die Ebene der Adresse.</translation>
    </message>
    <message>
        <source>no requests</source>
        <translation>keine Anträge</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>by</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>--%1 takes a date such as 2027-03-31, not &quot;%2&quot;</source>
        <translation>--%1 braucht ein Datum wie 2027-03-31, nicht „%2“</translation>
    </message>
    <message>
        <source>access is asked for output ports or products that have some</source>
        <translation>Zugriff wird für Ausgangsports beantragt oder für Produkte, die welche haben</translation>
    </message>
    <message>
        <source>this is an input port: access is asked for output ports</source>
        <translation>das ist ein Eingangsport: Zugriff wird für Ausgangsports beantragt</translation>
    </message>
    <message>
        <source>request file takes one or more ports or products</source>
        <translation>request file braucht einen oder mehrere Ports oder Produkte</translation>
    </message>
    <message>
        <source>request file needs --purpose: say what the data is for</source>
        <translation>request file braucht --purpose: angeben, wofür die Daten gebraucht werden</translation>
    </message>
    <message>
        <source>no such state: %1</source>
        <translation>kein solcher Zustand: %1</translation>
    </message>
    <message>
        <source>request takes file, list, show, approve, reject, cancel, revoke, extend or retry</source>
        <translation>request braucht file, list, show, approve, reject, cancel, revoke, extend oder retry</translation>
    </message>
    <message>
        <source>request %1 takes the request&apos;s id</source>
        <translation>request %1 braucht die Kennung des Antrags</translation>
    </message>
    <message>
        <source>audit takes verify</source>
        <translation>audit braucht verify</translation>
    </message>
    <message>
        <source>%1 events, the chain is intact</source>
        <translation>%1 Ereignisse, die Kette ist unversehrt</translation>
    </message>
    <message>
        <source>the chain is broken at event %1: %2</source>
        <translation>die Kette ist bei Ereignis %1 unterbrochen: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>ask for access, follow it, decide</source>
        <translation>Zugriff beantragen, verfolgen, entscheiden</translation>
    </message>
    <message>
        <source>What the data is for.</source>
        <translation>Wofür die Daten gebraucht werden.</translation>
    </message>
    <message>
        <source>Last day of access.</source>
        <translation>Letzter Tag des Zugriffs.</translation>
    </message>
    <message>
        <source>Only these columns.</source>
        <translation>Nur diese Spalten.</translation>
    </message>
    <message>
        <source>On behalf of this team or product.</source>
        <translation>Im Namen dieses Teams oder Produkts.</translation>
    </message>
    <message>
        <source>Who asks, when it is not the profile&apos;s person.</source>
        <translation>Wer beantragt, falls nicht die Person des Profils.</translation>
    </message>
    <message>
        <source>Only requests in this state.</source>
        <translation>Nur Anträge in diesem Zustand.</translation>
    </message>
    <message>
        <source>Only those by or for me or my teams.</source>
        <translation>Nur solche von mir oder meinen Teams oder für sie.</translation>
    </message>
    <message>
        <source>Only those that wait for my decision.</source>
        <translation>Nur solche, die auf meine Entscheidung warten.</translation>
    </message>
    <message>
        <source>A note for the other side.</source>
        <translation>Eine Notiz für die andere Seite.</translation>
    </message>
    <message>
        <source>check the signed chain of request events</source>
        <translation>die signierte Kette der Antragsereignisse prüfen</translation>
    </message>
    <message>
        <source>who is asking: shown, or set</source>
        <translation>wer beantragt: anzeigen oder festlegen</translation>
    </message>
    <message>
        <source>Your name.</source>
        <translation>Der eigene Name.</translation>
    </message>
    <message>
        <source>Your e-mail.</source>
        <translation>Die eigene E-Mail.</translation>
    </message>
    <message>
        <source>A team of yours.</source>
        <translation>Ein eigenes Team.</translation>
    </message>
    <message>
        <source>this build has no window: give a command; --help lists them</source>
        <translation>dieses Programm hat kein Fenster: einen Befehl angeben; --help nennt sie</translation>
    </message>
    <message>
        <source>With --demo: start the demo mesh over.</source>
        <translation>Mit --demo: das Demo-Mesh neu beginnen.</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>not asked for: %1</source>
        <translation>nicht beantragt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n Domäne</numerusform>
            <numerusform>%n Domänen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n Port</numerusform>
            <numerusform>%n Ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contract(s)</source>
        <translation>
            <numerusform>%n Vertrag</numerusform>
            <numerusform>%n Verträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dataset(s)</source>
        <translation>
            <numerusform>%n Datenbestand</numerusform>
            <numerusform>%n Datenbestände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lineage edge(s)</source>
        <translation>
            <numerusform>%n Herkunftskante</numerusform>
            <numerusform>%n Herkunftskanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column edge(s)</source>
        <translation>
            <numerusform>%n Spaltenkante</numerusform>
            <numerusform>%n Spaltenkanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurement(s)</source>
        <translation>
            <numerusform>%n Messwert</numerusform>
            <numerusform>%n Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Antrag</numerusform>
            <numerusform>%n Anträge</numerusform>
        </translation>
    </message>
    <message>
        <source>--secret takes only -, for standard input: what stands on a command line is seen by others</source>
        <translation>--secret nimmt nur -, für die Standardeingabe: Was auf der Befehlszeile steht, sehen andere</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the secret is empty</source>
        <translation>das Geheimnis ist leer</translation>
    </message>
    <message>
        <source>a folder needs no --%1</source>
        <translation>ein Ordner braucht kein --%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no --option; see --help</source>
        <translation>&quot;%1&quot; ist keine --option; siehe --help</translation>
    </message>
    <message>
        <source>removed %1 and its credentials; the catalog itself is untouched</source>
        <translation>%1 und seine Zugangsdaten entfernt; der Katalog selbst ist unberührt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>How to sign in; the first is usual.</source>
        <translation>Art der Anmeldung; die erste ist üblich.</translation>
    </message>
    <message>
        <source>Who signs in, with --auth basic.</source>
        <translation>Wer sich anmeldet, bei --auth basic.</translation>
    </message>
    <message>
        <source>A file with the token, the password or the key.</source>
        <translation>Eine Datei mit dem Token, dem Kennwort oder dem Schlüssel.</translation>
    </message>
    <message>
        <source>-: the same from standard input.</source>
        <translation>-: dasselbe von der Standardeingabe.</translation>
    </message>
    <message>
        <source>A PEM file of authorities to trust besides the system&apos;s.</source>
        <translation>Eine PEM-Datei mit Zertifizierungsstellen, denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>The client&apos;s certificate and key (PEM or PKCS#12), with --auth mtls.</source>
        <translation>Zertifikat und Schlüssel des Clients (PEM oder PKCS#12), bei --auth mtls.</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the one certificate to take although it does not verify.</source>
        <translation>SHA-256-Fingerabdruck des einen Zertifikats, das gilt, obwohl es sich nicht prüfen lässt.</translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n Namensraum</numerusform>
            <numerusform>%n Namensräume</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>endpoint pause and resume take the endpoint&apos;s name, every also PT1H, P1D or never</source>
        <translation>endpoint pause und resume brauchen den Namen des Endpunkts, every auch PT1H, P1D oder never</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration: PT15M, PT1H, P1D or never</source>
        <translation>„%1“ ist keine Dauer: PT15M, PT1H, P1D oder never</translation>
    </message>
    <message>
        <source>endpoint recognise takes an address</source>
        <translation>endpoint recognise braucht eine Adresse</translation>
    </message>
    <message>
        <source>none of the catalogs known here</source>
        <translation>keiner der hier bekannten Kataloge</translation>
    </message>
    <message>
        <source>endpoint takes add, list, remove, test, pause, resume, every, recognise or kinds</source>
        <translation>endpoint kennt add, list, remove, test, pause, resume, every, recognise oder kinds</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eines</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>nothing looks alike enough to ask</source>
        <translation>nichts ähnelt sich genug, um zu fragen</translation>
    </message>
    <message>
        <source>a %1 and a %2 are never one thing</source>
        <translation>%1 und %2 sind nie eines</translation>
    </message>
    <message>
        <source>that is one thing already</source>
        <translation>das ist bereits eines</translation>
    </message>
    <message>
        <source>matches takes list, confirm A B, refuse A B or undo A B</source>
        <translation>matches kennt list, confirm A B, refuse A B oder undo A B</translation>
    </message>
    <message>
        <source>what endpoints call differently and may be one thing</source>
        <translation>was Endpunkte verschieden nennen und eines sein kann</translation>
    </message>
    <message>
        <source>(the same)</source>
        <translation>(dasselbe)</translation>
    </message>
</context>
<context>
    <name>meshscope::exportpicture</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>A picture of %1 by %2 pixels is too large; choose a smaller scale, SVG or PDF</source>
        <translation>Ein Bild von %1 mal %2 Pixeln ist zu groß; einen kleineren Maßstab, SVG oder PDF wählen</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture; choose a smaller scale, SVG or PDF</source>
        <translation>Für das Bild reicht der Speicher nicht; einen kleineren Maßstab, SVG oder PDF wählen</translation>
    </message>
    <message>
        <source>The PNG picture could not be made; try SVG</source>
        <translation>Das PNG-Bild ließ sich nicht erzeugen; mit SVG versuchen</translation>
    </message>
    <message>
        <source>There is nothing to draw</source>
        <translation>Es gibt nichts zu zeichnen</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 · page %2 of %3</source>
        <translation>%1 · Seite %2 von %3</translation>
    </message>
</context>
</TS>
