<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActionWords</name>
    <message>
        <source>Argo CD application “%1” owns this, and will revert the change.</source>
        <translation>Die Argo-CD-Anwendung „%1“ verwaltet dies und wird die Änderung rückgängig machen.</translation>
    </message>
    <message>
        <source>Flux (“%1”) owns this, and will revert the change.</source>
        <translation>Flux („%1“) verwaltet dies und wird die Änderung rückgängig machen.</translation>
    </message>
    <message>
        <source>Helm release “%1” owns this; its next upgrade reverts the change.</source>
        <translation>Das Helm-Release „%1“ verwaltet dies; sein nächstes Upgrade macht die Änderung rückgängig.</translation>
    </message>
    <message>
        <source>The annotation of the last kubectl apply stays that of the newer release: the next apply may merge wrongly.</source>
        <translation>Die Annotation des letzten kubectl apply bleibt die des neueren Releases: Das nächste apply führt vielleicht falsch zusammen.</translation>
    </message>
    <message>
        <source>The quota of %1 does not suffice (%2): pods may not start.</source>
        <translation>Das Kontingent von %1 reicht nicht aus (%2): Pods starten vielleicht nicht.</translation>
    </message>
    <message>
        <source>%1 of %2 nodes are not ready or take no pods.</source>
        <translation>%1 von %2 Nodes sind nicht bereit oder nehmen keine Pods an.</translation>
    </message>
    <message>
        <source>Nothing of %1 runs any more then.</source>
        <translation>Von %1 läuft dann nichts mehr.</translation>
    </message>
    <message>
        <source>The autoscaler %1 (%2) sets this number, and will change it again.</source>
        <translation>Der Autoscaler %1 (%2) setzt diese Zahl und wird sie wieder ändern.</translation>
    </message>
    <message>
        <source>Whether an autoscaler sets this number is not known.</source>
        <translation>Ob ein Autoscaler diese Zahl setzt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing owns the pod %1: it does not come back.</source>
        <translation>Nichts verwaltet den Pod %1: Er kommt nicht wieder.</translation>
    </message>
    <message>
        <source>Whether a disruption budget protects this pod is not known.</source>
        <translation>Ob ein Unterbrechungsbudget diesen Pod schützt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The disruption budget %1 allows no pod less; deleting goes past it.</source>
        <translation>Das Unterbrechungsbudget %1 erlaubt keinen Pod weniger; das Löschen umgeht es.</translation>
    </message>
    <message>
        <source>A run of %1 goes on already.</source>
        <translation>Ein Lauf von %1 ist bereits im Gang.</translation>
    </message>
    <message>
        <source>The image %1 has no fixed version: what starts may be another one.</source>
        <translation>Das Image %1 hat keine feste Version: Was startet, ist vielleicht eine andere.</translation>
    </message>
    <message>
        <source>The images are the same as now: only settings go back.</source>
        <translation>Die Images sind dieselben wie jetzt: Nur Einstellungen gehen zurück.</translation>
    </message>
    <message>
        <source>Revision %1: %2</source>
        <translation>Revision %1: %2</translation>
    </message>
    <message>
        <source>The migration %1 ran after that revision was made: the older release may not know the database as it is now.</source>
        <translation>Die Migration %1 lief nach der Entstehung dieser Revision: Das ältere Release kennt die Datenbank in ihrem jetzigen Zustand vielleicht nicht.</translation>
    </message>
    <message>
        <source>Whether the older release fits the database is not known.</source>
        <translation>Ob das ältere Release zur Datenbank passt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 pods of the target are ready; %2 are needed.</source>
        <translation>%1 Pods des Ziels sind bereit; nötig sind %2.</translation>
    </message>
    <message>
        <source>Nodes need a moment to follow: for seconds both sides get requests.</source>
        <translation>Nodes folgen mit etwas Verzögerung: Einige Sekunden lang erhalten beide Seiten Anfragen.</translation>
    </message>
    <message>
        <source>The cluster warned lately: %1 (%2)</source>
        <translation>Der Cluster warnte kürzlich: %1 (%2)</translation>
    </message>
    <message>
        <source>The new version stays in the settings of %1: a retry tries it again.</source>
        <translation>Die neue Version bleibt in den Einstellungen von %1: Eine Wiederholung versucht sie erneut.</translation>
    </message>
    <message>
        <source>ConfigMaps stay as they are</source>
        <translation>ConfigMaps bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Secrets stay as they are</source>
        <translation>Secrets bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Services and routes stay as they are</source>
        <translation>Services und Routen bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Autoscalers stay as they are</source>
        <translation>Autoscaler bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>The database and its schema stay as they are</source>
        <translation>Die Datenbank und ihr Schema bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Open connections stay with the old pods</source>
        <translation>Offene Verbindungen bleiben bei den alten Pods</translation>
    </message>
    <message>
        <source>This cannot be done to %1.</source>
        <translation>Das ist bei %1 nicht möglich.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist pausiert.</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>Zuerst fortsetzen.</translation>
    </message>
    <message>
        <source>%1 is not paused.</source>
        <translation>%1 ist nicht pausiert.</translation>
    </message>
    <message>
        <source>%1 has no earlier revision.</source>
        <translation>%1 hat keine frühere Revision.</translation>
    </message>
    <message>
        <source>%1 keeps no earlier revisions (revisionHistoryLimit is 0).</source>
        <translation>%1 behält keine früheren Revisionen (revisionHistoryLimit ist 0).</translation>
    </message>
    <message>
        <source>Deploy the earlier release again.</source>
        <translation>Das frühere Release erneut bereitstellen.</translation>
    </message>
    <message>
        <source>There is no revision %1.</source>
        <translation>Es gibt keine Revision %1.</translation>
    </message>
    <message>
        <source>Revision %1 is what runs now.</source>
        <translation>Revision %1 ist die, die jetzt läuft.</translation>
    </message>
    <message>
        <source>The number is %1 already.</source>
        <translation>Die Zahl ist bereits %1.</translation>
    </message>
    <message>
        <source>The service selects %1 already.</source>
        <translation>Der Service wählt bereits %1 aus.</translation>
    </message>
    <message>
        <source>%1 has no selector that could be switched.</source>
        <translation>%1 hat keinen Selektor, der sich umschalten ließe.</translation>
    </message>
    <message>
        <source>Too few pods of the target are ready (%1).</source>
        <translation>Zu wenige Pods des Ziels sind bereit (%1).</translation>
    </message>
    <message>
        <source>Scale the target up, and wait until its pods are ready.</source>
        <translation>Das Ziel hochskalieren und warten, bis seine Pods bereit sind.</translation>
    </message>
    <message>
        <source>Whether the target of %1 has ready pods cannot be seen.</source>
        <translation>Ob das Ziel von %1 bereite Pods hat, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>%1 was aborted.</source>
        <translation>%1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Retry it, or roll it back.</source>
        <translation>Wiederholen oder zurückrollen.</translation>
    </message>
    <message>
        <source>%1 was not aborted.</source>
        <translation>%1 wurde nicht abgebrochen.</translation>
    </message>
    <message>
        <source>%1 waits for nobody.</source>
        <translation>%1 wartet auf niemanden.</translation>
    </message>
    <message>
        <source>%1 is promoted already.</source>
        <translation>%1 ist bereits hochgestuft.</translation>
    </message>
    <message>
        <source>%1 takes its pods from another workload; roll that one back.</source>
        <translation>%1 bezieht die Pods von einer anderen Workload; diese zurückrollen.</translation>
    </message>
    <message>
        <source>What the cluster has of %1 cannot be read.</source>
        <translation>Was der Cluster zu %1 hat, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 is no number of pods.</source>
        <translation>%1 ist keine Anzahl von Pods.</translation>
    </message>
    <message>
        <source>You may not do this in this cluster (%1).</source>
        <translation>Das ist in diesem Cluster nicht erlaubt (%1).</translation>
    </message>
    <message>
        <source>Ask its administrator for the right.</source>
        <translation>Die Verwaltung des Clusters um das Recht bitten.</translation>
    </message>
    <message>
        <source>Somebody changed %1 meanwhile.</source>
        <translation>Inzwischen hat jemand %1 geändert.</translation>
    </message>
    <message>
        <source>Look again, and decide anew.</source>
        <translation>Noch einmal ansehen und neu entscheiden.</translation>
    </message>
    <message>
        <source>Only the first part was done; the second failed.</source>
        <translation>Nur der erste Teil wurde ausgeführt; der zweite ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Look at %1 before you go on.</source>
        <translation>Vor dem Weitermachen %1 ansehen.</translation>
    </message>
    <message>
        <source>There is nothing to confirm.</source>
        <translation>Es gibt nichts zu bestätigen.</translation>
    </message>
    <message>
        <source>This environment is read-only now.</source>
        <translation>Diese Umgebung ist jetzt schreibgeschützt.</translation>
    </message>
    <message>
        <source>Arm it first.</source>
        <translation>Zuerst scharf schalten.</translation>
    </message>
    <message>
        <source>There is no environment to arm.</source>
        <translation>Es gibt keine Umgebung zum Scharfschalten.</translation>
    </message>
    <message>
        <source>Type the name exactly: %1</source>
        <translation>Den Namen genau eingeben: %1</translation>
    </message>
    <message>
        <source>Give a reason for acting on %1.</source>
        <translation>Einen Grund für den Eingriff in %1 angeben.</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>%1 auf %2 skalieren</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Roll back %1 to the revision before</source>
        <translation>%1 auf die vorige Revision zurückrollen</translation>
    </message>
    <message>
        <source>Roll back %1 to revision %2</source>
        <translation>%1 auf Revision %2 zurückrollen</translation>
    </message>
    <message>
        <source>Switch %1 to %2</source>
        <translation>%1 auf %2 umschalten</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>%1 hochstufen</translation>
    </message>
    <message>
        <source>Promote %1 fully</source>
        <translation>%1 vollständig hochstufen</translation>
    </message>
    <message>
        <source>Abort %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Run %1 now</source>
        <translation>%1 jetzt ausführen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Asking for the right</source>
        <translation>Das Recht wird erfragt</translation>
    </message>
    <message>
        <source>Trying on the server, without effect</source>
        <translation>Wird auf dem Server ohne Wirkung probiert</translation>
    </message>
    <message>
        <source>Waiting for your word</source>
        <translation>Wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>Looking again</source>
        <translation>Wird noch einmal angesehen</translation>
    </message>
    <message>
        <source>Writing the audit log</source>
        <translation>Audit-Protokoll wird geschrieben</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The dry run failed</source>
        <translation>Der Probelauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Sent, and no answer came: look at the cluster</source>
        <translation>Gesendet, ohne Antwort: den Cluster ansehen</translation>
    </message>
</context>
<context>
    <name>AskToOpen</name>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
</context>
<context>
    <name>AuditRows</name>
    <message>
        <source>begun; its end was not seen</source>
        <translation>begonnen; das Ende wurde nicht gesehen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>the trial failed</source>
        <translation>der Probelauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>sent; nobody heard what became of it</source>
        <translation>gesendet; was daraus wurde, hat niemand erfahren</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>BackupRows</name>
    <message>
        <source>not proven</source>
        <translation>nicht bewiesen</translation>
    </message>
    <message>
        <source>The database’s own backups and the last restore drill are not known: sign in at this environment’s API to see them.</source>
        <translation>Die eigenen Sicherungen der Datenbank und die letzte Wiederherstellungsübung sind nicht bekannt: Bei der API dieser Umgebung anmelden, um sie zu sehen.</translation>
    </message>
    <message>
        <source>The server cannot tell of its database’s backups.</source>
        <translation>Der Server kann über die Sicherungen seiner Datenbank nichts sagen.</translation>
    </message>
    <message>
        <source>The server is being asked for its database’s backups.</source>
        <translation>Der Server wird nach den Sicherungen seiner Datenbank gefragt.</translation>
    </message>
    <message>
        <source>The database’s own backups are shown to operators of the server, and you are none.</source>
        <translation>Die eigenen Sicherungen der Datenbank sind nur für Betreiber des Servers zu sehen, und dieses Konto gehört nicht dazu.</translation>
    </message>
    <message>
        <source>The server does not tell of its database’s backups.</source>
        <translation>Der Server sagt nichts über die Sicherungen seiner Datenbank.</translation>
    </message>
    <message>
        <source>Database: archive</source>
        <translation>Datenbank: Archiv</translation>
    </message>
    <message>
        <source>all the time</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>the server’s word</source>
        <translation>laut Server</translation>
    </message>
    <message>
        <source>Database: restore drill</source>
        <translation>Datenbank: Wiederherstellungsübung</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>not restored</source>
        <translation>nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>A cron job counts as a backup by the annotation or label %1, else by a word like backup or dump in its labels, name or image.</source>
        <translation>Ein CronJob gilt als Sicherung durch die Annotation oder das Label %1, sonst durch ein Wort wie backup oder dump in seinen Labels, seinem Namen oder seinem Image.</translation>
    </message>
    <message>
        <source>A run that ended well does not prove a usable copy: where copies lie cannot be seen from here.</source>
        <translation>Ein erfolgreich beendeter Lauf beweist keine brauchbare Kopie: Wo Kopien liegen, ist von hier nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>CertificateRows</name>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Hosts of ingresses, of gateways and of the API are asked from this computer once an hour; nothing is sent to them or trusted.</source>
        <translation>Hosts von Ingresses, von Gateways und der API werden einmal je Stunde von diesem Computer aus abgefragt; ihnen wird dabei weder etwas gesendet noch vertraut.</translation>
    </message>
    <message>
        <source>This cluster is reached through a proxy, so its hosts are not asked from here.</source>
        <translation>Dieser Cluster wird über einen Proxy erreicht, deshalb werden seine Hosts nicht von hier aus abgefragt.</translation>
    </message>
    <message>
        <source>Hosts are not asked from this computer: that is switched off in the page’s menu.</source>
        <translation>Hosts werden nicht von diesem Computer aus abgefragt: Das ist im Menü der Seite abgeschaltet.</translation>
    </message>
    <message>
        <source>The cluster has no cert-manager.</source>
        <translation>Der Cluster hat keinen cert-manager.</translation>
    </message>
    <message>
        <source>What cert-manager says may not be seen.</source>
        <translation>Was cert-manager sagt, darf nicht eingesehen werden.</translation>
    </message>
</context>
<context>
    <name>ClusterColumns</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>Cluster-IP</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Ready endpoints</source>
        <translation>Bereite Endpunkte</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>Selektor</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Now/wanted</source>
        <translation>Ist/Soll</translation>
    </message>
    <message>
        <source>Last scaled</source>
        <translation>Zuletzt skaliert</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Healthy/wanted</source>
        <translation>Gesund/Soll</translation>
    </message>
    <message>
        <source>Disruptions allowed</source>
        <translation>Erlaubte Unterbrechungen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Services (weight)</source>
        <translation>Services (Gewicht)</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Gateways</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Ingress rules</source>
        <translation>Ingress-Regeln</translation>
    </message>
    <message>
        <source>Egress rules</source>
        <translation>Egress-Regeln</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Gilt noch</translation>
    </message>
    <message>
        <source>Used/limit</source>
        <translation>Genutzt/Grenze</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Erzwingen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Endpoint slices</source>
        <translation>EndpointSlices</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Replica sets</source>
        <translation>ReplicaSets</translation>
    </message>
    <message>
        <source>Stateful sets</source>
        <translation>StatefulSets</translation>
    </message>
    <message>
        <source>Daemon sets</source>
        <translation>DaemonSets</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Cron jobs</source>
        <translation>CronJobs</translation>
    </message>
    <message>
        <source>Horizontal autoscalers</source>
        <translation>Horizontale Autoscaler</translation>
    </message>
    <message>
        <source>Vertical autoscalers</source>
        <translation>Vertikale Autoscaler</translation>
    </message>
    <message>
        <source>Disruption budgets</source>
        <translation>Unterbrechungsbudgets</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>Netzwerkrichtlinien</translation>
    </message>
    <message>
        <source>Ingresses</source>
        <translation>Ingresses</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>HTTP routes</source>
        <translation>HTTP-Routen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Argo rollouts</source>
        <translation>Argo-Rollouts</translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Eintrag mit Feldern</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The auth-provider “%1” was removed from Kubernetes; a plugin (exec) takes its place.</source>
        <translation>Der auth-provider „%1“ wurde aus Kubernetes entfernt; an seine Stelle tritt ein Plugin (exec).</translation>
    </message>
    <message>
        <source>The auth-provider “%1” was removed from Kubernetes; install %2 and let the user&apos;s exec run it.</source>
        <translation>Der auth-provider „%1“ wurde aus Kubernetes entfernt; installieren Sie %2 und lassen Sie exec des Benutzers es ausführen.</translation>
    </message>
    <message>
        <source>This entry has no name.</source>
        <translation>Dieser Eintrag hat keinen Namen.</translation>
    </message>
    <message>
        <source>This name comes twice.</source>
        <translation>Dieser Name kommt zweimal vor.</translation>
    </message>
    <message>
        <source>This is not Base64.</source>
        <translation>Das ist kein Base64.</translation>
    </message>
    <message>
        <source>This cluster has no server.</source>
        <translation>Dieser Cluster hat keinen Server.</translation>
    </message>
    <message>
        <source>A proxy must be an http, https or socks5 address.</source>
        <translation>Ein Proxy muss eine Adresse mit http, https oder socks5 sein.</translation>
    </message>
    <message>
        <source>A certificate authority and skipping its check exclude each other.</source>
        <translation>Eine Zertifizierungsstelle und das Auslassen ihrer Prüfung schließen einander aus.</translation>
    </message>
    <message>
        <source>The data is used, and the file beside it is not.</source>
        <translation>Die Daten werden verwendet, die Datei daneben nicht.</translation>
    </message>
    <message>
        <source>This certificate has no key.</source>
        <translation>Zu diesem Zertifikat fehlt der Schlüssel.</translation>
    </message>
    <message>
        <source>A token and a password exclude each other.</source>
        <translation>Ein Token und ein Passwort schließen einander aus.</translation>
    </message>
    <message>
        <source>A plugin and an auth-provider exclude each other.</source>
        <translation>Ein Plugin und ein auth-provider schließen einander aus.</translation>
    </message>
    <message>
        <source>This plugin has no command.</source>
        <translation>Diesem Plugin fehlt command.</translation>
    </message>
    <message>
        <source>This plugin has no apiVersion.</source>
        <translation>Diesem Plugin fehlt apiVersion.</translation>
    </message>
    <message>
        <source>This plugin has no interactiveMode.</source>
        <translation>Diesem Plugin fehlt interactiveMode.</translation>
    </message>
    <message>
        <source>A variable of this plugin has no name.</source>
        <translation>Eine Variable dieses Plugins hat keinen Namen.</translation>
    </message>
    <message>
        <source>A uid, groups or extra fields are to be impersonated, but no user.</source>
        <translation>Uid, Gruppen oder weitere Felder sollen vorgegeben werden, aber kein Benutzer.</translation>
    </message>
    <message>
        <source>This context names no user.</source>
        <translation>Dieser Kontext nennt keinen Benutzer.</translation>
    </message>
    <message>
        <source>This context names no cluster.</source>
        <translation>Dieser Kontext nennt keinen Cluster.</translation>
    </message>
    <message>
        <source>No context is current; choose one.</source>
        <translation>Kein Kontext ist der aktuelle; wählen Sie einen.</translation>
    </message>
    <message>
        <source>There is no kubeconfig.</source>
        <translation>Es gibt keine kubeconfig.</translation>
    </message>
    <message>
        <source>This is neither YAML nor JSON (%1).</source>
        <translation>Das ist weder YAML noch JSON (%1).</translation>
    </message>
    <message>
        <source>This is no kubeconfig, but “%1”.</source>
        <translation>Das ist keine kubeconfig, sondern „%1“.</translation>
    </message>
    <message>
        <source>Another kind of value is needed here: %1.</source>
        <translation>Hier ist eine andere Art von Wert nötig: %1.</translation>
    </message>
    <message>
        <source>“%1” is no http or https address.</source>
        <translation>„%1“ ist keine Adresse mit http oder https.</translation>
    </message>
    <message>
        <source>The version “%1” of the plugin is not supported any more.</source>
        <translation>Die Version „%1“ des Plugins wird nicht mehr unterstützt.</translation>
    </message>
    <message>
        <source>“%1” is no interactiveMode.</source>
        <translation>„%1“ ist kein interactiveMode.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>Es gibt keinen Benutzer „%1“.</translation>
    </message>
    <message>
        <source>There is no cluster “%1”.</source>
        <translation>Es gibt keinen Cluster „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be a namespace: letters a–z, digits and hyphens, at most 63.</source>
        <translation>„%1“ kann kein Namespace sein: Buchstaben a–z, Ziffern und Bindestriche, höchstens 63.</translation>
    </message>
    <message>
        <source>There is no context “%1”.</source>
        <translation>Es gibt keinen Kontext „%1“.</translation>
    </message>
    <message>
        <source>The program “%1” may not run.</source>
        <translation>Das Programm „%1“ darf nicht laufen.</translation>
    </message>
    <message>
        <source>Allow it by its path if you trust this kubeconfig.</source>
        <translation>Erlauben Sie es mit seinem Pfad, wenn Sie dieser kubeconfig vertrauen.</translation>
    </message>
    <message>
        <source>The program “%1”, which this kubeconfig needs, was not found.</source>
        <translation>Das Programm „%1“, das diese kubeconfig braucht, wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Install it, or add its folder to PATH.</source>
        <translation>Installieren Sie es, oder nehmen Sie seinen Ordner in PATH auf.</translation>
    </message>
    <message>
        <source>The program “%1” wants to ask questions, which is not possible here.</source>
        <translation>Das Programm „%1“ will Fragen stellen, was hier nicht geht.</translation>
    </message>
    <message>
        <source>Sign in with it in a terminal, and set its interactiveMode to IfAvailable.</source>
        <translation>Melden Sie sich damit in einem Terminal an, und setzen Sie interactiveMode auf IfAvailable.</translation>
    </message>
    <message>
        <source>The program “%1” took too long.</source>
        <translation>Das Programm „%1“ brauchte zu lange.</translation>
    </message>
    <message>
        <source>Run it once in a terminal; it may wait for a sign-in.</source>
        <translation>Führen Sie es einmal in einem Terminal aus; vielleicht wartet es auf eine Anmeldung.</translation>
    </message>
    <message>
        <source>What the program “%1” answered is no credential.</source>
        <translation>Was das Programm „%1“ antwortete, ist kein Anmeldenachweis.</translation>
    </message>
    <message>
        <source>The program “%1” gave no credential.</source>
        <translation>Das Programm „%1“ gab keinen Anmeldenachweis.</translation>
    </message>
    <message>
        <source>The cluster does not take this sign-in.</source>
        <translation>Der Cluster nimmt diese Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>Sign in anew, or check the user of this context.</source>
        <translation>Melden Sie sich neu an, oder prüfen Sie den Benutzer dieses Kontexts.</translation>
    </message>
    <message>
        <source>The cluster does not allow this.</source>
        <translation>Der Cluster erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Ask its administrator for the right.</source>
        <translation>Bitten Sie seine Administratoren um das Recht.</translation>
    </message>
    <message>
        <source>The file “%1” is missing.</source>
        <translation>Die Datei „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The cluster does not have this.</source>
        <translation>Der Cluster hat das nicht.</translation>
    </message>
    <message>
        <source>No connection to the cluster at %1.</source>
        <translation>Keine Verbindung zum Cluster unter %1.</translation>
    </message>
    <message>
        <source>Check the network or VPN, and the server in the kubeconfig.</source>
        <translation>Prüfen Sie Netzwerk oder VPN und den Server in der kubeconfig.</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted.</source>
        <translation>Der Verbindung zu %1 ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>Check the certificate authority in the kubeconfig, and this computer&apos;s clock.</source>
        <translation>Prüfen Sie die Zertifizierungsstelle in der kubeconfig und die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The cluster sent nothing for too long.</source>
        <translation>Der Cluster sandte zu lange nichts.</translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation>Ein neuer Versuch hilft oft.</translation>
    </message>
    <message>
        <source>The cluster cannot answer now (HTTP %1).</source>
        <translation>Der Cluster kann jetzt nicht antworten (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>The cluster refuses this request (HTTP %1).</source>
        <translation>Der Cluster lehnt diese Anfrage ab (HTTP %1).</translation>
    </message>
    <message>
        <source>What answered is no Kubernetes API server.</source>
        <translation>Was geantwortet hat, ist kein Kubernetes-API-Server.</translation>
    </message>
    <message>
        <source>Check the server in the kubeconfig.</source>
        <translation>Prüfen Sie den Server in der kubeconfig.</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>The certificates or the key of this context cannot be read.</source>
        <translation>Die Zertifikate oder der Schlüssel dieses Kontexts sind nicht lesbar.</translation>
    </message>
    <message>
        <source>They must be PEM, with an RSA or EC key.</source>
        <translation>Sie müssen PEM sein, mit einem RSA- oder EC-Schlüssel.</translation>
    </message>
    <message>
        <source>Google&apos;s Prometheus needs a sign-in at Google, which this context does not have.</source>
        <translation>Googles Prometheus verlangt eine Anmeldung bei Google, die dieser Kontext nicht hat.</translation>
    </message>
    <message>
        <source>Use a context that signs in with gke-gcloud-auth-plugin.</source>
        <translation>Verwenden Sie einen Kontext, der sich mit gke-gcloud-auth-plugin anmeldet.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is larger than this program reads.</source>
        <translation>Die Antwort des Clusters ist größer, als dieses Programm liest.</translation>
    </message>
    <message>
        <source>Secrets are never listed or read here, whatever the cluster allows.</source>
        <translation>Secrets werden hier nie aufgezählt oder gelesen, was der Cluster auch erlaubt.</translation>
    </message>
</context>
<context>
    <name>DatabaseWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted since %1.</source>
        <translation>Beginn der Zählung: %1.</translation>
    </message>
    <message>
        <source>The server does not tell this.</source>
        <translation>Der Server gibt dies nicht an.</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>Size of the database</source>
        <translation>Größe der Datenbank</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>One that was applied is not this program&apos;s</source>
        <translation>Eine angewendete gehört nicht zu diesem Programm</translation>
    </message>
    <message numerus="yes">
        <source>All %n are applied</source>
        <translation>
            <numerusform>%n ist angewendet, keine steht aus</numerusform>
            <numerusform>Alle %n sind angewendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Pending: %1</source>
        <translation>Ausstehend: %1</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>of other users (not told)</source>
        <translation>von anderen Benutzern (nicht angegeben)</translation>
    </message>
    <message>
        <source>All, of %1 at most</source>
        <translation>Alle, von höchstens %1</translation>
    </message>
    <message>
        <source>Cache and transactions</source>
        <translation>Cache und Transaktionen</translation>
    </message>
    <message>
        <source>Blocks that came from memory</source>
        <translation>Blöcke aus dem Speicher</translation>
    </message>
    <message>
        <source>Oldest open transaction</source>
        <translation>Älteste offene Transaktion</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Waiting for locks</source>
        <translation>Warten auf Sperren</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Blocked by</source>
        <translation>Blockiert von</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet seit</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Nobody waits for anybody.</source>
        <translation>Niemand wartet auf jemanden.</translation>
    </message>
    <message>
        <source>Slowest statements</source>
        <translation>Langsamste Anweisungen</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>None was counted yet.</source>
        <translation>Noch wurde keine gezählt.</translation>
    </message>
    <message>
        <source>Those of other users of the database are not told.</source>
        <translation>Die anderer Benutzer der Datenbank werden nicht angegeben.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Bloat</source>
        <translation>Aufblähung</translation>
    </message>
    <message>
        <source>Vacuumed</source>
        <translation>Letztes VACUUM</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Bloat is an estimate from the share of dead rows.</source>
        <translation>Die Aufblähung ist aus dem Anteil toter Zeilen geschätzt.</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Bytes behind</source>
        <translation>Rückstand in Bytes</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>No replica follows this server.</source>
        <translation>Kein Replikat folgt diesem Server.</translation>
    </message>
    <message>
        <source>Replication slots</source>
        <translation>Replikationsslots</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Keeps WAL</source>
        <translation>Hält WAL zurück</translation>
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
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>fails, last %1</source>
        <translation>schlägt fehl, zuletzt %1</translation>
    </message>
    <message>
        <source>on, nothing archived yet</source>
        <translation>an, noch nichts archiviert</translation>
    </message>
    <message>
        <source>on, last %1</source>
        <translation>an, zuletzt %1</translation>
    </message>
    <message>
        <source>none was written down</source>
        <translation>keine wurde vermerkt</translation>
    </message>
    <message>
        <source>went well, %1</source>
        <translation>gelungen, %1</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>fehlgeschlagen, %1</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Archiving of WAL</source>
        <translation>Archivierung des WAL</translation>
    </message>
    <message>
        <source>Last restore drill</source>
        <translation>Letzte Wiederherstellungsübung</translation>
    </message>
    <message>
        <source>PostgreSQL keeps no record of base backups; a drill proves that one can be restored.</source>
        <translation>PostgreSQL führt nicht Buch über Basissicherungen; eine Übung beweist, dass sich eine wiederherstellen lässt.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>%1 of %2 connections are taken; more than 80 % leave no room for a rush.</source>
        <translation>%1 von %2 Verbindungen sind belegt; über 80 % bleibt kein Raum für einen Ansturm.</translation>
    </message>
    <message>
        <source>%1 of the blocks came from memory; less than 95 % means that it is too small.</source>
        <translation>%1 der Blöcke kamen aus dem Speicher; unter 95 % ist er zu klein.</translation>
    </message>
    <message>
        <source>A transaction is open for %1; beyond 15 minutes it keeps vacuum from its work.</source>
        <translation>Eine Transaktion ist seit %1 offen; ab 15 Minuten hindert sie VACUUM an der Arbeit.</translation>
    </message>
    <message>
        <source>The replica “%1” is %2 behind; more than 30 s are lost if it has to take over.</source>
        <translation>Das Replikat „%1“ liegt %2 zurück; mehr als 30 s sind verloren, wenn es übernehmen muss.</translation>
    </message>
    <message>
        <source>The slot “%1” is not in use and keeps %2 of WAL; beyond 1 GiB it fills the disk.</source>
        <translation>Der Slot „%1“ ist nicht in Gebrauch und hält %2 WAL zurück; über 1 GiB füllt er die Festplatte.</translation>
    </message>
    <message numerus="yes">
        <source>%n migrations are pending; run aiagent-server migrate up.</source>
        <translation>
            <numerusform>%n Migration steht aus; aiagent-server migrate up ausführen.</numerusform>
            <numerusform>%n Migrationen stehen aus; aiagent-server migrate up ausführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A migration that was applied is not the one that the server has.</source>
        <translation>Eine angewendete Migration ist nicht die, die der Server hat.</translation>
    </message>
    <message>
        <source>WAL cannot be archived, last tried %1; a backup is only as new as the archive.</source>
        <translation>WAL lässt sich nicht archivieren, zuletzt versucht: %1; eine Sicherung ist nur so neu wie das Archiv.</translation>
    </message>
    <message>
        <source>The last restore of a backup failed, %1.</source>
        <translation>Die letzte Wiederherstellung einer Sicherung ist fehlgeschlagen, %1.</translation>
    </message>
    <message>
        <source>The last restore drill was %1; after 90 days nobody knows whether a backup is of use.</source>
        <translation>Die letzte Wiederherstellungsübung war %1; nach 90 Tagen weiß niemand, ob eine Sicherung brauchbar ist.</translation>
    </message>
    <message>
        <source>No restore drill was written down; a backup that was never restored is a hope.</source>
        <translation>Keine Wiederherstellungsübung wurde vermerkt; eine nie wiederhergestellte Sicherung ist nur eine Hoffnung.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found, but %n parts could not be looked at.</source>
        <translation>
            <numerusform>Nichts wurde gefunden, aber %n Teil konnte nicht angesehen werden.</numerusform>
            <numerusform>Nichts wurde gefunden, aber %n Teile konnten nicht angesehen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found that needs a look.</source>
        <translation>Nichts wurde gefunden, was anzusehen wäre.</translation>
    </message>
</context>
<context>
    <name>DeploymentsHead</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – %2 and others</source>
        <translation>%1 – %2 und andere</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2: %3</translation>
    </message>
</context>
<context>
    <name>ErrorStrip</name>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>the format has no place for it</source>
        <translation>das Format hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>comes back otherwise</source>
        <translation>kommt anders zurück</translation>
    </message>
    <message>
        <source>not known to this program, left out</source>
        <translation>diesem Programm nicht bekannt, weggelassen</translation>
    </message>
    <message>
        <source>has a value that does not fit, left out</source>
        <translation>hat einen unpassenden Wert, weggelassen</translation>
    </message>
    <message>
        <source>template logic is not run, kept as text</source>
        <translation>Vorlagenlogik wird nicht ausgeführt, als Text erhalten</translation>
    </message>
    <message>
        <source>a template filter is not run, kept as text</source>
        <translation>ein Vorlagenfilter wird nicht ausgeführt, als Text erhalten</translation>
    </message>
    <message>
        <source>a template comment, kept as text</source>
        <translation>ein Vorlagenkommentar, als Text erhalten</translation>
    </message>
    <message>
        <source>another prompt within this one, kept as text</source>
        <translation>ein anderer Prompt in diesem, als Text erhalten</translation>
    </message>
    <message>
        <source>an environment variable, not read</source>
        <translation>eine Umgebungsvariable, nicht gelesen</translation>
    </message>
    <message>
        <source>a file, not read</source>
        <translation>eine Datei, nicht gelesen</translation>
    </message>
    <message>
        <source>something kept on a server, left out</source>
        <translation>etwas auf einem Server Gespeichertes, weggelassen</translation>
    </message>
    <message>
        <source>several messages became one prompt</source>
        <translation>mehrere Nachrichten wurden zu einem Prompt</translation>
    </message>
    <message>
        <source>not text, left out</source>
        <translation>kein Text, weggelassen</translation>
    </message>
    <message>
        <source>a parameter that requests do not have</source>
        <translation>ein Parameter, den Anfragen nicht haben</translation>
    </message>
    <message>
        <source>an agent names a model, and no provider</source>
        <translation>ein Agent nennt ein Modell und keinen Anbieter</translation>
    </message>
    <message>
        <source>a check by machine became words</source>
        <translation>aus einer maschinellen Prüfung wurden Worte</translation>
    </message>
    <message>
        <source>made up, for it had none</source>
        <translation>erfunden, da keiner vorhanden war</translation>
    </message>
    <message>
        <source>a secret, left behind</source>
        <translation>ein Geheimnis, nicht mitgenommen</translation>
    </message>
    <message>
        <source>a file without a place in an agent</source>
        <translation>eine Datei ohne Platz in einem Agenten</translation>
    </message>
    <message>
        <source>it leads out of its folder</source>
        <translation>der Pfad führt aus seinem Ordner hinaus</translation>
    </message>
    <message>
        <source>it is too large, too deep, or unpacks to too much</source>
        <translation>zu groß, zu tief verschachtelt oder beim Entpacken zu umfangreich</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>der Inhalt ist verschlüsselt</translation>
    </message>
    <message>
        <source>it is not UTF-8 text</source>
        <translation>der Inhalt ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>its name is there twice</source>
        <translation>der Name kommt zweimal vor</translation>
    </message>
    <message>
        <source>it is damaged, or not what its name says</source>
        <translation>beschädigt oder nicht das, was der Name sagt</translation>
    </message>
    <message>
        <source>AI Agent Generator (JSON)</source>
        <translation>AI Agent Generator (JSON)</translation>
    </message>
    <message>
        <source>OpenAI prompt object</source>
        <translation>OpenAI-Prompt-Objekt</translation>
    </message>
    <message>
        <source>OpenAI request (Responses)</source>
        <translation>OpenAI-Anfrage (Responses)</translation>
    </message>
    <message>
        <source>OpenAI request (Chat Completions)</source>
        <translation>OpenAI-Anfrage (Chat Completions)</translation>
    </message>
    <message>
        <source>A2A agent card</source>
        <translation>A2A-Agentenkarte</translation>
    </message>
    <message>
        <source>Library folder for git</source>
        <translation>Bibliotheksordner für Git</translation>
    </message>
    <message>
        <source>Everything, with all versions.</source>
        <translation>Alles, mit allen Versionen.</translation>
    </message>
    <message>
        <source>Everything, one folder an agent; of the versions their log.</source>
        <translation>Alles, ein Ordner je Agent; von den Versionen das Protokoll.</translation>
    </message>
    <message>
        <source>Everything but the versions.</source>
        <translation>Alles außer den Versionen.</translation>
    </message>
    <message>
        <source>Name, description, prompt, model, parameters, tools, output schema, tags and variables.</source>
        <translation>Name, Beschreibung, Prompt, Modell, Parameter, Werkzeuge, Ausgabeschema, Schlagwörter und Variablen.</translation>
    </message>
    <message>
        <source>Name, description, prompt, model, parameters, tools, output schema and test cases.</source>
        <translation>Name, Beschreibung, Prompt, Modell, Parameter, Werkzeuge, Ausgabeschema und Testfälle.</translation>
    </message>
    <message>
        <source>Name, prompt, model, parameters, tools, output schema and tags.</source>
        <translation>Name, Prompt, Modell, Parameter, Werkzeuge, Ausgabeschema und Schlagwörter.</translation>
    </message>
    <message>
        <source>Name, prompt, model, parameters, tools and output schema.</source>
        <translation>Name, Prompt, Modell, Parameter, Werkzeuge und Ausgabeschema.</translation>
    </message>
    <message>
        <source>Prompt, model, parameters, tools and output schema.</source>
        <translation>Prompt, Modell, Parameter, Werkzeuge und Ausgabeschema.</translation>
    </message>
    <message>
        <source>Name and prompt.</source>
        <translation>Name und Prompt.</translation>
    </message>
    <message>
        <source>Name, description and prompt.</source>
        <translation>Name, Beschreibung und Prompt.</translation>
    </message>
    <message>
        <source>Name, description, tags and starters: a description for others, not the agent itself.</source>
        <translation>Name, Beschreibung, Schlagwörter und Einstiegsfragen: eine Beschreibung für andere, nicht der Agent selbst.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>It could be one of several formats: %1. Say which.</source>
        <translation>Mehrere Formate kommen infrage: %1. Bitte eines angeben.</translation>
    </message>
    <message>
        <source>It is in no format that is known here.</source>
        <translation>Das Format ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Another one of this import has the same id and says something else.</source>
        <translation>Ein anderer Eintrag dieses Imports hat dieselbe Kennung und einen anderen Inhalt.</translation>
    </message>
    <message>
        <source>It cannot be taken in: %1.</source>
        <translation>Übernahme nicht möglich: %1.</translation>
    </message>
    <message>
        <source>Refused: %1. Nothing was changed.</source>
        <translation>Abgelehnt: %1. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“%1” is refused: %2. Nothing was changed.</source>
        <translation>„%1“ wird abgelehnt: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>Importiert aus %1</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>These variables have no value: %1.</source>
        <translation>Diese Variablen haben keinen Wert: %1.</translation>
    </message>
    <message>
        <source>Give each of them a value.</source>
        <translation>Jeder davon einen Wert geben.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Es ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>Choose one for the agent, or a default model for the provider.</source>
        <translation>Eines für den Agenten wählen oder ein Standardmodell für den Anbieter.</translation>
    </message>
    <message>
        <source>The base URL is not an address this program can use.</source>
        <translation>Die Basis-URL ist keine Adresse, die dieses Programm verwenden kann.</translation>
    </message>
    <message>
        <source>Write it with http:// or https://, for example https://api.openai.com/v1.</source>
        <translation>Mit http:// oder https:// schreiben, zum Beispiel https://api.openai.com/v1.</translation>
    </message>
    <message>
        <source>This run cannot be resumed.</source>
        <translation>Dieser Lauf kann nicht wiederaufgenommen werden.</translation>
    </message>
    <message>
        <source>Only an interrupted run with the parameter “background” can; run it again instead.</source>
        <translation>Das geht nur bei einem unterbrochenen Lauf mit dem Parameter „background“; stattdessen erneut ausführen.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation>%1 ist zu lang.</translation>
    </message>
    <message>
        <source>%1 is not proper text.</source>
        <translation>%1 ist kein gültiger Text.</translation>
    </message>
    <message>
        <source>It must be UTF-8 without zero bytes.</source>
        <translation>Nötig ist UTF-8 ohne Nullbytes.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the path and your rights.</source>
        <translation>Pfad und Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ ist bereits vorhanden.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>Einen anderen Namen wählen; nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>%1 has a value that does not fit.</source>
        <translation>%1 hat einen unpassenden Wert.</translation>
    </message>
    <message>
        <source>Correct it; nothing was changed.</source>
        <translation>Den Wert berichtigen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The provider does not know this model or address.</source>
        <translation>Der Anbieter kennt dieses Modell oder diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Choose another model, or check the base URL.</source>
        <translation>Ein anderes Modell wählen oder die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>The provider does not know this model.</source>
        <translation>Der Anbieter kennt dieses Modell nicht.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <source>The provider refuses “%1” for this model.</source>
        <translation>Der Anbieter lehnt „%1“ für dieses Modell ab.</translation>
    </message>
    <message>
        <source>Take it away, or choose another model.</source>
        <translation>Die Angabe entfernen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The provider refuses this request.</source>
        <translation>Der Anbieter lehnt diese Anfrage ab.</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer.</source>
        <translation>Statt einer Antwort kam eine Webseite zurück.</translation>
    </message>
    <message>
        <source>A hotel or company network may want you to sign in first, or the base URL is that of a web site.</source>
        <translation>Vielleicht verlangt ein Hotel- oder Firmennetz zuerst eine Anmeldung, oder die Basis-URL ist die einer Website.</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>Die Antwort konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that the address is that of an OpenAI-compatible API.</source>
        <translation>Prüfen, ob die Adresse zu einer OpenAI-kompatiblen API gehört.</translation>
    </message>
    <message>
        <source>The provider reported an error while it answered.</source>
        <translation>Der Anbieter meldete beim Antworten einen Fehler.</translation>
    </message>
    <message>
        <source>What arrived is kept. Trying again often helps.</source>
        <translation>Was angekommen ist, bleibt erhalten. Ein neuer Versuch hilft oft.</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (HTTP %1).</source>
        <translation>Der Anbieter hat selbst ein Problem (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>It asks to wait %1.</source>
        <translation>Er bittet, %1 zu warten.</translation>
    </message>
    <message>
        <source>The provider&apos;s rate limit is reached.</source>
        <translation>Die Anfragegrenze des Anbieters ist erreicht.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>dem Anbieter</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Could not reach it: check the network and the base URL, or whether the server runs.</source>
        <translation>Nicht erreichbar: Netzwerk und Basis-URL prüfen, oder ob der Server läuft.</translation>
    </message>
    <message>
        <source>The provider sent nothing for too long.</source>
        <translation>Der Anbieter hat zu lange nichts gesendet.</translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation>Ein neuer Versuch hilft oft.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>If your company inspects traffic, add its certificate under Settings, Network.</source>
        <translation>Falls die Firma den Datenverkehr untersucht, ihr Zertifikat unter Einstellungen, Netzwerk hinzufügen.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password (407).</source>
        <translation>Der Proxy verlangt Benutzername und Passwort (407).</translation>
    </message>
    <message>
        <source>Give them under Settings, Network.</source>
        <translation>Beides unter Einstellungen, Netzwerk angeben.</translation>
    </message>
    <message>
        <source>The connection was interrupted before the answer was complete.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>Was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The account has no credit or has reached its quota or spend limit.</source>
        <translation>Das Konto hat kein Guthaben oder sein Kontingent oder Ausgabenlimit erreicht.</translation>
    </message>
    <message>
        <source>Trying again will not help: see the billing page of the provider.</source>
        <translation>Ein neuer Versuch hilft nicht: Näheres auf der Abrechnungsseite des Anbieters.</translation>
    </message>
    <message>
        <source>The key may not do this.</source>
        <translation>Der Schlüssel ist dafür nicht berechtigt.</translation>
    </message>
    <message>
        <source>Ask the administrator of the account.</source>
        <translation>Die Verwaltung des Kontos fragen.</translation>
    </message>
    <message>
        <source>There is no API key for “%1”.</source>
        <translation>Für „%1“ gibt es keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Set OPENAI_API_KEY, give a key in the settings, or rehearse without one.</source>
        <translation>OPENAI_API_KEY setzen, einen Schlüssel in den Einstellungen angeben oder ohne Schlüssel proben.</translation>
    </message>
    <message>
        <source>The provider does not accept the API key.</source>
        <translation>Der Anbieter akzeptiert den API-Schlüssel nicht.</translation>
    </message>
    <message>
        <source>Check the key, or give another one.</source>
        <translation>Den Schlüssel prüfen oder einen anderen angeben.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved.</source>
        <translation>Der Datenträger ist voll, deshalb konnte nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>Make room and save again; your text is still here.</source>
        <translation>Platz schaffen und erneut speichern; der Text ist noch da.</translation>
    </message>
    <message>
        <source>The profile folder cannot be written.</source>
        <translation>In den Profilordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check its rights, or choose another with --profile.</source>
        <translation>Seine Zugriffsrechte prüfen oder mit --profile einen anderen wählen.</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>Die Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <source>Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation>Das Programm neu starten: Es behält die beschädigte Datei und übernimmt, was lesbar ist.</translation>
    </message>
    <message>
        <source>This profile belongs to a newer version of the program.</source>
        <translation>Dieses Profil gehört zu einer neueren Version des Programms.</translation>
    </message>
    <message>
        <source>Update the program; nothing was changed.</source>
        <translation>Das Programm aktualisieren; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Saving failed.</source>
        <translation>Das Speichern ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Try again; your text is still here.</source>
        <translation>Erneut versuchen; der Text ist noch da.</translation>
    </message>
    <message>
        <source>The answer ended at its limit of output tokens.</source>
        <translation>Die Antwort endete an ihrer Grenze für Ausgabe-Token.</translation>
    </message>
    <message>
        <source>Raise max_output_tokens, or lower the reasoning effort.</source>
        <translation>max_output_tokens erhöhen oder den Denkaufwand verringern.</translation>
    </message>
    <message>
        <source>The model or its filter declined to answer.</source>
        <translation>Das Modell oder sein Filter hat die Antwort abgelehnt.</translation>
    </message>
    <message>
        <source>Put the request another way.</source>
        <translation>Die Anfrage anders formulieren.</translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” fits more than one.</source>
        <translation>„%1“ passt auf mehrere.</translation>
    </message>
    <message>
        <source>Use the id.</source>
        <translation>Die Kennung verwenden.</translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile.</source>
        <translation>Es wurde inzwischen anderswo geändert.</translation>
    </message>
    <message>
        <source>Look at the newer state before you save yours.</source>
        <translation>Vor dem Speichern den neueren Stand ansehen.</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Bitte mit der Protokolldatei melden.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>It said: “%1”</source>
        <translation>Meldung: „%1“</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Provider Settings…</source>
        <translation>Anbietereinstellungen …</translation>
    </message>
    <message>
        <source>Network Settings…</source>
        <translation>Netzwerkeinstellungen …</translation>
    </message>
    <message>
        <source>Run Without %1</source>
        <translation>Ohne %1 ausführen</translation>
    </message>
    <message>
        <source>Choose a Model…</source>
        <translation>Modell wählen …</translation>
    </message>
    <message>
        <source>Correct It</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Raise the Limit…</source>
        <translation>Grenze erhöhen …</translation>
    </message>
    <message>
        <source>Open Profile Folder</source>
        <translation>Profilordner öffnen</translation>
    </message>
    <message>
        <source>Open Billing Page</source>
        <translation>Abrechnungsseite öffnen</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>The description</source>
        <translation>Die Beschreibung</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>Der Prompt</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>Ein Schlagwort</translation>
    </message>
    <message>
        <source>A conversation starter</source>
        <translation>Eine Einstiegsfrage</translation>
    </message>
    <message>
        <source>The list of tools</source>
        <translation>Die Liste der Werkzeuge</translation>
    </message>
    <message>
        <source>The output schema</source>
        <translation>Das Ausgabeschema</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>The base URL</source>
        <translation>Die Basis-URL</translation>
    </message>
    <message>
        <source>The kind of API</source>
        <translation>Die Art der API</translation>
    </message>
    <message>
        <source>The name of the environment variable</source>
        <translation>Der Name der Umgebungsvariablen</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Die Standardeingabe</translation>
    </message>
    <message>
        <source>The file “%1” is not on this computer.</source>
        <translation>Die Datei „%1“ liegt nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Attach it again, or take it out of the agent&apos;s knowledge.</source>
        <translation>Hängen Sie sie erneut an oder nehmen Sie sie aus dem Wissen des Agenten.</translation>
    </message>
    <message>
        <source>The kept copy of “%1” was altered, so it is not sent.</source>
        <translation>Die aufbewahrte Kopie von „%1“ wurde verändert und wird deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Hängen Sie sie erneut an.</translation>
    </message>
    <message>
        <source>Chat Completions cannot search files.</source>
        <translation>Chat Completions kann keine Dateien durchsuchen.</translation>
    </message>
    <message>
        <source>Send the files with the first message, or choose a provider with the Responses API.</source>
        <translation>Senden Sie die Dateien mit der ersten Nachricht, oder wählen Sie einen Anbieter mit der Responses-API.</translation>
    </message>
    <message>
        <source>The provider takes no files under this address.</source>
        <translation>Der Anbieter nimmt unter dieser Adresse keine Dateien an.</translation>
    </message>
    <message>
        <source>Small files can be sent with the first message; OpenAI takes larger ones.</source>
        <translation>Kleine Dateien lassen sich mit der ersten Nachricht senden; OpenAI nimmt größere an.</translation>
    </message>
    <message>
        <source>The provider could not read all of the files that are to be searched.</source>
        <translation>Der Anbieter konnte nicht alle Dateien lesen, die durchsucht werden sollen.</translation>
    </message>
    <message>
        <source>Text, PDF and Office documents can be searched. Take out what is none of these.</source>
        <translation>Durchsucht werden können Text-, PDF- und Office-Dokumente. Nehmen Sie heraus, was nichts davon ist.</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>„%1“ ist zu groß.</translation>
    </message>
    <message>
        <source>A file may have 512 MB at most.</source>
        <translation>Eine Datei darf höchstens 512 MB haben.</translation>
    </message>
    <message>
        <source>Attach Again…</source>
        <translation>Erneut anhängen …</translation>
    </message>
    <message>
        <source>The knowledge</source>
        <translation>Das Wissen</translation>
    </message>
</context>
<context>
    <name>ExplainServer</name>
    <message>
        <source>The server does not know this code.</source>
        <translation>Der Server kennt diesen Code nicht.</translation>
    </message>
    <message>
        <source>Copy it anew from the invitation, or ask for another one.</source>
        <translation>Ihn noch einmal aus der Einladung kopieren oder um eine neue bitten.</translation>
    </message>
    <message>
        <source>This invitation has expired.</source>
        <translation>Diese Einladung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Ask for a new one: it holds for a day.</source>
        <translation>Um eine neue bitten: sie gilt einen Tag.</translation>
    </message>
    <message>
        <source>This invitation was used already.</source>
        <translation>Diese Einladung wurde schon verwendet.</translation>
    </message>
    <message>
        <source>Each is for one computer; ask for another one.</source>
        <translation>Jede gilt für einen Rechner; um eine weitere bitten.</translation>
    </message>
    <message>
        <source>This computer is not signed in at the server.</source>
        <translation>Dieser Rechner ist beim Server nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in with an invitation. Your edits wait here until then.</source>
        <translation>Mit einer Einladung anmelden. Bis dahin warten die Änderungen hier.</translation>
    </message>
    <message>
        <source>The sign-in has expired.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in again. Your edits wait here until then.</source>
        <translation>Neu anmelden. Bis dahin warten die Änderungen hier.</translation>
    </message>
    <message>
        <source>The server does not take this sign-in any more.</source>
        <translation>Der Server nimmt diese Anmeldung nicht mehr an.</translation>
    </message>
    <message>
        <source>This computer&apos;s sign-in was used from a second place, so the server ended it.</source>
        <translation>Die Anmeldung dieses Rechners wurde von einer zweiten Stelle verwendet, deshalb hat der Server sie beendet.</translation>
    </message>
    <message>
        <source>If you copied this profile to another computer, sign in on each. If not, tell your administrator.</source>
        <translation>Wurde dieses Profil auf einen anderen Rechner kopiert, auf jedem einzeln anmelden. Wenn nicht, die Verwaltung verständigen.</translation>
    </message>
    <message>
        <source>This computer was signed out at the server.</source>
        <translation>Dieser Rechner wurde beim Server abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in again with a new invitation.</source>
        <translation>Mit einer neuen Einladung wieder anmelden.</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more.</source>
        <translation>Sie sind nicht mehr Mitglied dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Ask its administrator. What is here stays here.</source>
        <translation>Die Verwaltung fragen. Was hier ist, bleibt hier.</translation>
    </message>
    <message>
        <source>The last administrator cannot leave or become something else.</source>
        <translation>Wer als Letzte oder Letzter verwaltet, kann weder gehen noch etwas anderes werden.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Zuerst jemand anderen zur Verwaltung machen.</translation>
    </message>
    <message>
        <source>Your role in this workspace does not allow this.</source>
        <translation>Die eigene Rolle in diesem Arbeitsbereich erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace.</source>
        <translation>Die Verwaltung des Arbeitsbereichs fragen.</translation>
    </message>
    <message>
        <source>The server wants a newer version of this program.</source>
        <translation>Der Server verlangt eine neuere Version dieses Programms.</translation>
    </message>
    <message>
        <source>Update it. Your edits wait here until then.</source>
        <translation>Das Programm aktualisieren. Bis dahin warten die Änderungen hier.</translation>
    </message>
    <message>
        <source>The server does not have this any more.</source>
        <translation>Der Server hat das nicht mehr.</translation>
    </message>
    <message>
        <source>Somebody may have removed it meanwhile.</source>
        <translation>Vielleicht hat es inzwischen jemand entfernt.</translation>
    </message>
    <message>
        <source>This library belongs to another account: %1.</source>
        <translation>Diese Bibliothek gehört einem anderen Konto: %1.</translation>
    </message>
    <message>
        <source>Sign that one out first, or start the program with another --profile.</source>
        <translation>Dieses zuerst abmelden oder das Programm mit einem anderen --profile starten.</translation>
    </message>
    <message>
        <source>This library is not that of “%1”.</source>
        <translation>Diese Bibliothek ist nicht die von „%1“.</translation>
    </message>
    <message>
        <source>It was signed in for another workspace or account. Start the program with another --profile to have both.</source>
        <translation>Sie wurde für einen anderen Arbeitsbereich oder ein anderes Konto angemeldet. Für beide das Programm mit einem anderen --profile starten.</translation>
    </message>
    <message>
        <source>The server was asked too often.</source>
        <translation>Der Server wurde zu oft gefragt.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Eine Minute warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>This is not an address that the program can sign in at.</source>
        <translation>Unter dieser Adresse kann sich das Programm nicht anmelden.</translation>
    </message>
    <message>
        <source>Write https:// and the server&apos;s name, or paste the whole link of the invitation. http:// is taken only for this computer, as it would send the sign-in in clear.</source>
        <translation>https:// und den Namen des Servers schreiben oder den ganzen Link der Einladung einfügen. http:// gilt nur für diesen Rechner, weil die Anmeldung sonst offen übertragen würde.</translation>
    </message>
    <message>
        <source>The code of the invitation is missing.</source>
        <translation>Der Code der Einladung fehlt.</translation>
    </message>
    <message>
        <source>It stands in the invitation and is used once.</source>
        <translation>Er steht in der Einladung und gilt einmal.</translation>
    </message>
    <message>
        <source>This cannot be decided in that way.</source>
        <translation>So lässt sich das nicht entscheiden.</translation>
    </message>
    <message>
        <source>Take “mine”, “theirs” or “merged”; “file” is for one text that both changed.</source>
        <translation>„mine“, „theirs“ oder „merged“ nehmen; „file“ gilt für einen Text, den beide geändert haben.</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>Diese Bibliothek ist nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Sign in at a server first.</source>
        <translation>Zuerst bei einem Server anmelden.</translation>
    </message>
    <message>
        <source>The answer is not one of a server of AI Agent Generator.</source>
        <translation>Die Antwort kommt nicht von einem Server von AI Agent Generator.</translation>
    </message>
    <message>
        <source>Check the address; a hotel or company network may also want you to sign in first.</source>
        <translation>Die Adresse prüfen; vielleicht verlangt auch ein Hotel- oder Firmennetz zuerst eine Anmeldung.</translation>
    </message>
    <message>
        <source>The server has a problem of its own (HTTP %1).</source>
        <translation>Der Server hat selbst ein Problem (HTTP %1).</translation>
    </message>
    <message>
        <source>Try again in a while; the administrator finds the reason in its log.</source>
        <translation>Später erneut versuchen; die Verwaltung findet den Grund in seinem Protokoll.</translation>
    </message>
    <message>
        <source>The server refuses this.</source>
        <translation>Der Server lehnt das ab.</translation>
    </message>
    <message>
        <source>This is shown to operators of the server, and you are none.</source>
        <translation>Dies ist nur für Betreiber des Servers zu sehen, und dieses Konto gehört nicht dazu.</translation>
    </message>
    <message>
        <source>One of them can let you see it with aiagent-server ops grant.</source>
        <translation>Einer von ihnen kann es mit aiagent-server ops grant freigeben.</translation>
    </message>
    <message>
        <source>This server does not offer this.</source>
        <translation>Dieser Server bietet dies nicht an.</translation>
    </message>
    <message>
        <source>A newer version of it may.</source>
        <translation>Eine neuere Version davon vielleicht.</translation>
    </message>
</context>
<context>
    <name>FieldSections</name>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
    <message>
        <source>%1, one of</source>
        <translation>%1, eines von</translation>
    </message>
    <message>
        <source>%1, type</source>
        <translation>%1, Typ</translation>
    </message>
    <message>
        <source>%1, added</source>
        <translation>%1, hinzugefügt</translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation>%1, entfernt</translation>
    </message>
    <message>
        <source>… and more changes, too many to be shown.</source>
        <translation>… und weitere Änderungen, zu viele zum Anzeigen.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>the whole schema</source>
        <translation>das gesamte Schema</translation>
    </message>
    <message>
        <source>{{%1}} is not declared.</source>
        <translation>{{%1}} ist nicht deklariert.</translation>
    </message>
    <message>
        <source>{{%1}} is not declared. Is {{%2}} meant?</source>
        <translation>{{%1}} ist nicht deklariert. Ist {{%2}} gemeint?</translation>
    </message>
    <message>
        <source>An OpenAI key</source>
        <translation>Ein OpenAI-Schlüssel</translation>
    </message>
    <message>
        <source>A GitHub token</source>
        <translation>Ein GitHub-Token</translation>
    </message>
    <message>
        <source>An AWS key</source>
        <translation>Ein AWS-Schlüssel</translation>
    </message>
    <message>
        <source>A Slack token</source>
        <translation>Ein Slack-Token</translation>
    </message>
    <message>
        <source>A Google key</source>
        <translation>Ein Google-Schlüssel</translation>
    </message>
    <message>
        <source>A Stripe key</source>
        <translation>Ein Stripe-Schlüssel</translation>
    </message>
    <message>
        <source>A signed token</source>
        <translation>Ein signiertes Token</translation>
    </message>
    <message>
        <source>A private key</source>
        <translation>Ein privater Schlüssel</translation>
    </message>
    <message>
        <source>A password</source>
        <translation>Ein Passwort</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>Ein Geheimnis</translation>
    </message>
    <message>
        <source>Two sentences contradict each other: “%1” and “%2”.</source>
        <translation>Zwei Sätze widersprechen sich: „%1“ und „%2“.</translation>
    </message>
    <message>
        <source>The variable “%1” is used nowhere.</source>
        <translation>Die Variable „%1“ wird nirgends verwendet.</translation>
    </message>
    <message>
        <source>The variable “%1” has no description.</source>
        <translation>Die Variable „%1“ hat keine Beschreibung.</translation>
    </message>
    <message>
        <source>The section “%1” is empty.</source>
        <translation>Der Abschnitt „%1“ ist leer.</translation>
    </message>
    <message>
        <source>This paragraph is there twice: “%1”.</source>
        <translation>Dieser Absatz kommt zweimal vor: „%1“.</translation>
    </message>
    <message>
        <source>Two languages are asked for: “%1” and “%2”.</source>
        <translation>Es werden zwei Sprachen verlangt: „%1“ und „%2“.</translation>
    </message>
    <message>
        <source>Two forms of answer are asked for: “%1” and “%2”.</source>
        <translation>Es werden zwei Antwortformen verlangt: „%1“ und „%2“.</translation>
    </message>
    <message>
        <source>Two lengths are asked for: “%1” and “%2”.</source>
        <translation>Es werden zwei Längen verlangt: „%1“ und „%2“.</translation>
    </message>
    <message>
        <source>“%1” is another program&apos;s way of writing templates: it stays as it is.</source>
        <translation>„%1“ ist die Vorlagenschreibweise eines anderen Programms und bleibt unverändert.</translation>
    </message>
    <message>
        <source>%1 stands in the text: it is sent with every run.</source>
        <translation>%1 steht im Text und wird mit jedem Lauf gesendet.</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens, more than the %2 that %3 can read.</source>
        <translation>Der Prompt hat etwa %1 Token, mehr als die %2, die %3 lesen kann.</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens: of the %2 that %3 can read, little is left.</source>
        <translation>Der Prompt hat etwa %1 Token: Von den %2, die %3 lesen kann, bleibt wenig übrig.</translation>
    </message>
    <message>
        <source>The model %1 was shut down on %2.</source>
        <translation>Das Modell %1 wurde am %2 abgeschaltet.</translation>
    </message>
    <message>
        <source>The model %1 was shut down on %2. %3 follows it.</source>
        <translation>Das Modell %1 wurde am %2 abgeschaltet. Nachfolger ist %3.</translation>
    </message>
    <message>
        <source>The model %1 will be shut down on %2.</source>
        <translation>Das Modell %1 wird am %2 abgeschaltet.</translation>
    </message>
    <message>
        <source>The model %1 will be shut down on %2. %3 follows it.</source>
        <translation>Das Modell %1 wird am %2 abgeschaltet. Nachfolger ist %3.</translation>
    </message>
    <message>
        <source>%2 refuses “%1”.</source>
        <translation>%2 lehnt „%1“ ab.</translation>
    </message>
    <message>
        <source>The output schema is not a JSON object (line %1, column %2).</source>
        <translation>Das Ausgabeschema ist kein JSON-Objekt (Zeile %1, Spalte %2).</translation>
    </message>
    <message>
        <source>The root of a strict schema must be an object.</source>
        <translation>Die Wurzel eines strikten Schemas muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>A strict schema requires %1.</source>
        <translation>In einem strikten Schema ist %1 Pflicht.</translation>
    </message>
    <message>
        <source>A strict schema allows no further properties in %1.</source>
        <translation>Ein striktes Schema erlaubt keine weiteren Eigenschaften (hier: %1).</translation>
    </message>
    <message>
        <source>“%2” is required in %1, but it is no property of it.</source>
        <translation>„%2“ ist Pflicht, aber nicht als Eigenschaft vorhanden (hier: %1).</translation>
    </message>
    <message>
        <source>A strict schema has no default in %1.</source>
        <translation>Ein striktes Schema hat keinen Vorgabewert (hier: %1).</translation>
    </message>
    <message>
        <source>A strict schema does not know “%2” (in %1).</source>
        <translation>Ein striktes Schema kennt „%2“ nicht (hier: %1).</translation>
    </message>
    <message>
        <source>The tools are not a JSON list of objects (line %1, column %2).</source>
        <translation>Die Werkzeuge sind keine JSON-Liste von Objekten (Zeile %1, Spalte %2).</translation>
    </message>
    <message>
        <source>Tool %1 has no name.</source>
        <translation>Werkzeug %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>The tool “%1” has no description: the model cannot know when to call it.</source>
        <translation>Das Werkzeug „%1“ hat keine Beschreibung: Das Modell kann nicht wissen, wann es aufzurufen ist.</translation>
    </message>
    <message>
        <source>Two tools are called “%1”.</source>
        <translation>Zwei Werkzeuge heißen „%1“.</translation>
    </message>
    <message>
        <source>The tool “%1” requires “%3” in %2, but it is no property of it.</source>
        <translation>Das Werkzeug „%1“ verlangt „%3“, aber eine solche Eigenschaft fehlt (hier: %2).</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Declare It</source>
        <translation>Deklarieren</translation>
    </message>
    <message>
        <source>Take It Away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Make It a Variable</source>
        <translation>In Variable umwandeln</translation>
    </message>
    <message>
        <source>Use the Successor</source>
        <translation>Nachfolger verwenden</translation>
    </message>
    <message>
        <source>Make It Strict</source>
        <translation>Strikt machen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Ausgabeschema</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>Einstiegsfragen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>Parameter %1</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Werkzeug %1</translation>
    </message>
    <message>
        <source>Variable %1</source>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>Knowledge %1</source>
        <translation>Wissen %1</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
</context>
<context>
    <name>GeneratedText</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Art des Modells</translation>
    </message>
    <message>
        <source>Reasoning effort</source>
        <translation>Denkaufwand</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>Ausführlichkeit</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Ausgabeschema</translation>
    </message>
    <message>
        <source>Conversation starters</source>
        <translation>Einstiegsfragen</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
</context>
<context>
    <name>HeadFigures</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Deployments cannot be seen.</source>
        <translation>Deployments sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>There is no deployment.</source>
        <translation>Es gibt kein Deployment.</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>ohne Version</translation>
    </message>
    <message>
        <source>%1 · %2 old</source>
        <comment>a release and its age</comment>
        <translation>%1 · %2 alt</translation>
    </message>
    <message>
        <source>In place since %1</source>
        <translation>Vollständig ausgerollt seit %1</translation>
    </message>
    <message>
        <source>Not wholly in place yet</source>
        <translation>Noch nicht vollständig ausgerollt</translation>
    </message>
    <message>
        <source>Error budget</source>
        <translation>Fehlerbudget</translation>
    </message>
    <message>
        <source>No Prometheus belongs to this environment.</source>
        <translation>Zu dieser Umgebung gehört kein Prometheus.</translation>
    </message>
    <message>
        <source>Prometheus does not tell of failed requests.</source>
        <translation>Prometheus sagt nichts über fehlgeschlagene Anfragen.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No cron job here makes one.</source>
        <translation>Kein CronJob legt hier eine an.</translation>
    </message>
    <message>
        <source>Cron jobs cannot be seen.</source>
        <translation>CronJobs sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>That a run ended well does not prove a usable copy.</source>
        <translation>Ein erfolgreich beendeter Lauf beweist keine brauchbare Kopie.</translation>
    </message>
    <message>
        <source>%1 old</source>
        <comment>age of a backup</comment>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>Wiederherstellungsübung</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>This environment’s API tells of it where one is signed in as an operator.</source>
        <translation>Die API dieser Umgebung gibt darüber Auskunft, wenn man als Betreiber angemeldet ist.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of a certificate</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Prometheus does not tell of alerts.</source>
        <translation>Prometheus sagt nichts über Alarme.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>Abgefragt: %1</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>%1 has revision %2 now: %3.</source>
        <translation>%1 hat jetzt Revision %2: %3.</translation>
    </message>
    <message>
        <source>%1 has other images now: %2.</source>
        <translation>%1 hat jetzt andere Images: %2.</translation>
    </message>
    <message>
        <source>%1 is to have %2 replicas.</source>
        <translation>%1 soll %2 Replikate haben.</translation>
    </message>
    <message>
        <source>%1 was scaled from %2 to %3 replicas.</source>
        <translation>%1 wurde von %2 auf %3 Replikate skaliert.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>%1 was %2 and is %3 now.</source>
        <translation>%1 war %2 und ist jetzt %3.</translation>
    </message>
    <message>
        <source>The environment was %1 and is %2 now.</source>
        <translation>Die Umgebung war %1 und ist jetzt %2.</translation>
    </message>
    <message>
        <source>Nobody watched from %1 to %2.</source>
        <translation>Von %1 bis %2 hat niemand beobachtet.</translation>
    </message>
    <message>
        <source>Appeared</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>Skaliert</translation>
    </message>
    <message>
        <source>Rollout begun</source>
        <translation>Rollout begonnen</translation>
    </message>
    <message>
        <source>Rollout done</source>
        <translation>Rollout fertig</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>Rollout fehlgeschlagen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Speichermangel</translation>
    </message>
    <message>
        <source>Crash loop</source>
        <translation>Absturzschleife</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Autoscaled</source>
        <translation>Automatisch skaliert</translation>
    </message>
    <message>
        <source>Node not ready</source>
        <translation>Node nicht bereit</translation>
    </message>
    <message>
        <source>Node ready</source>
        <translation>Node bereit</translation>
    </message>
    <message>
        <source>Not watched</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>%1 appeared.</source>
        <translation>%1 ist erschienen.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>A rollout of %1 began.</source>
        <translation>Ein Rollout von %1 hat begonnen.</translation>
    </message>
    <message>
        <source>The rollout of %1 is done.</source>
        <translation>Das Rollout von %1 ist fertig.</translation>
    </message>
    <message>
        <source>The rollout of %1 failed.</source>
        <translation>Das Rollout von %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Container %2 of %1 was killed: it was out of memory.</source>
        <translation>Der Container %2 von %1 wurde wegen Speichermangels beendet.</translation>
    </message>
    <message>
        <source>Container %2 of %1 began to crash again and again.</source>
        <translation>Der Container %2 von %1 begann, immer wieder abzustürzen.</translation>
    </message>
    <message numerus="yes">
        <source>The cluster warns of %1 (%n time(s)).</source>
        <translation>
            <numerusform>Der Cluster warnt wegen %1 (%n-mal).</numerusform>
            <numerusform>Der Cluster warnt wegen %1 (%n-mal).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not ready.</source>
        <translation>%1 ist nicht bereit.</translation>
    </message>
    <message>
        <source>%1 is ready again.</source>
        <translation>%1 ist wieder bereit.</translation>
    </message>
    <message>
        <source>Deployment report</source>
        <translation>Deployment-Bericht</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Der letzte Tag</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alert ended</source>
        <translation>Alarm beendet</translation>
    </message>
    <message>
        <source>%1 fires.</source>
        <translation>%1 ist ausgelöst.</translation>
    </message>
    <message>
        <source>%1 fires: %2</source>
        <translation>%1 ist ausgelöst: %2</translation>
    </message>
    <message>
        <source>%1 fires no more.</source>
        <translation>%1 ist nicht mehr ausgelöst.</translation>
    </message>
</context>
<context>
    <name>Human</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
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
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day, month and year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 tok</source>
        <comment>tokens</comment>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1k tok</source>
        <comment>thousands of tokens</comment>
        <translation>%1 Tsd. Token</translation>
    </message>
    <message>
        <source>0 ¢</source>
        <translation>0 ¢</translation>
    </message>
    <message>
        <source>&lt; %1 ¢</source>
        <translation>&lt; %1 ¢</translation>
    </message>
    <message>
        <source>%1 ¢</source>
        <translation>%1 ¢</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Looking up the uploaded files</source>
        <translation>Die hochgeladenen Dateien werden nachgesehen</translation>
    </message>
    <message>
        <source>The vector store takes in the files: %1 of %2</source>
        <translation>Der Vektorspeicher nimmt die Dateien auf: %1 von %2</translation>
    </message>
    <message>
        <source>Uploading “%1” (%2 of %3)</source>
        <translation>„%1“ wird hochgeladen (%2 von %3)</translation>
    </message>
    <message>
        <source>Uploading “%1”</source>
        <translation>„%1“ wird hochgeladen</translation>
    </message>
    <message>
        <source>%1 – %2 %</source>
        <comment>what is uploaded, and how far it is</comment>
        <translation>%1 – %2 %</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>%1 is not in the image %2: the upload fails each time.</source>
        <translation>%1 ist nicht im Image %2: Das Hochladen scheitert jedes Mal.</translation>
    </message>
    <message>
        <source>Use an image that has both tools, and gcloud storage instead of gsutil.</source>
        <translation>Ein Image verwenden, das beide Werkzeuge hat, und gcloud storage statt gsutil.</translation>
    </message>
    <message>
        <source>The pod uploads and has no service account that may.</source>
        <translation>Der Pod lädt hoch und hat keinen ServiceAccount, der dies darf.</translation>
    </message>
    <message>
        <source>Name a service account that is bound to a cloud identity.</source>
        <translation>Einen ServiceAccount nennen, der an eine Identität der Cloud gebunden ist.</translation>
    </message>
    <message>
        <source>A dump that fails is hidden by the pipe, and an empty archive counts as a backup.</source>
        <translation>Ein fehlgeschlagener Dump bleibt hinter der Pipe verborgen, und ein leeres Archiv gilt als Sicherung.</translation>
    </message>
    <message>
        <source>Begin the script with set -euo pipefail, in a shell that has it.</source>
        <translation>Das Skript mit set -euo pipefail beginnen, in einer Shell, die das kennt.</translation>
    </message>
    <message>
        <source>The schedule says nothing of %1.</source>
        <translation>Der Zeitplan sagt nichts zu %1.</translation>
    </message>
    <message>
        <source>Set concurrencyPolicy: Forbid, startingDeadlineSeconds, timeZone, both history limits, backoffLimit and activeDeadlineSeconds.</source>
        <translation>concurrencyPolicy: Forbid, startingDeadlineSeconds, timeZone, beide Grenzen für den Verlauf, backoffLimit und activeDeadlineSeconds setzen.</translation>
    </message>
    <message>
        <source>A second run on the same day overwrites the first.</source>
        <translation>Ein zweiter Lauf am selben Tag überschreibt den ersten.</translation>
    </message>
    <message>
        <source>Put the time into the name: $(date -u +%Y%m%dT%H%M%SZ).</source>
        <translation>Die Zeit in den Namen aufnehmen: $(date -u +%Y%m%dT%H%M%SZ).</translation>
    </message>
    <message>
        <source>The emptyDir %1 may fill the node&apos;s disk.</source>
        <translation>Das emptyDir %1 kann den Datenträger des Nodes füllen.</translation>
    </message>
    <message>
        <source>Set sizeLimit, or stream to the bucket without a file.</source>
        <translation>sizeLimit setzen oder ohne Datei direkt in den Bucket schreiben.</translation>
    </message>
    <message>
        <source>pg_dump %1 refuses a server of version %2.</source>
        <translation>pg_dump %1 lehnt einen Server der Version %2 ab.</translation>
    </message>
    <message>
        <source>Use an image of the server&apos;s version or later.</source>
        <translation>Ein Image mit der Version des Servers oder einer späteren verwenden.</translation>
    </message>
    <message>
        <source>Nobody is told when the backup %1 is missing.</source>
        <translation>Niemand erfährt, wenn die Sicherung %1 ausbleibt.</translation>
    </message>
    <message>
        <source>Add an alert on kube_cronjob_status_last_successful_time.</source>
        <translation>Einen Alarm zu kube_cronjob_status_last_successful_time hinzufügen.</translation>
    </message>
    <message>
        <source>Nobody tries whether what %1 keeps can be restored.</source>
        <translation>Niemand probiert, ob sich wiederherstellen lässt, was %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Add a CronJob that restores the newest backup into an empty database and looks at what is in it.</source>
        <translation>Einen CronJob hinzufügen, der die neueste Sicherung in einer leeren Datenbank wiederherstellt und den Inhalt ansieht.</translation>
    </message>
    <message>
        <source>Up to %1 hours of work are lost with the database: %2 is all that is kept.</source>
        <translation>Bis zu %1 Stunden Arbeit gehen mit der Datenbank verloren: %2 ist alles, was aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Turn on point-in-time recovery, or ship the write-ahead log, beside the dumps.</source>
        <translation>Neben den Dumps die Wiederherstellung auf einen Zeitpunkt einschalten oder das Write-Ahead-Log auslagern.</translation>
    </message>
    <message>
        <source>The key version is obsolete and ignored.</source>
        <translation>Der Schlüssel version ist veraltet und wird ignoriert.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>%1 is named but not there.</source>
        <translation>%1 ist genannt, aber nicht vorhanden.</translation>
    </message>
    <message>
        <source>Add the file, or name one that is there.</source>
        <translation>Die Datei hinzufügen oder eine vorhandene nennen.</translation>
    </message>
    <message>
        <source>The service %1 is told nothing of the address of %2.</source>
        <translation>Der Service %1 erfährt die Adresse von %2 nicht.</translation>
    </message>
    <message>
        <source>Give it DATABASE_URL in environment or by env_file.</source>
        <translation>DATABASE_URL über environment oder env_file mitgeben.</translation>
    </message>
    <message>
        <source>%1 is only started before, not ready.</source>
        <translation>%1 ist vorher nur gestartet, nicht bereit.</translation>
    </message>
    <message>
        <source>Write depends_on with condition: service_healthy.</source>
        <translation>depends_on mit condition: service_healthy schreiben.</translation>
    </message>
    <message>
        <source>The database %1 has no healthcheck.</source>
        <translation>Die Datenbank %1 hat keinen healthcheck.</translation>
    </message>
    <message>
        <source>Add one, such as pg_isready.</source>
        <translation>Einen hinzufügen, etwa pg_isready.</translation>
    </message>
    <message>
        <source>%1 is written into the file.</source>
        <translation>%1 steht ausgeschrieben in der Datei.</translation>
    </message>
    <message>
        <source>Take it from an env file that is not committed: ${%1}.</source>
        <translation>Aus einer Env-Datei nehmen, die nicht eingecheckt ist: ${%1}.</translation>
    </message>
    <message>
        <source>The database %1 listens on all addresses of the machine.</source>
        <translation>Die Datenbank %1 lauscht auf allen Adressen der Maschine.</translation>
    </message>
    <message>
        <source>Publish it on 127.0.0.1, or not at all.</source>
        <translation>Auf 127.0.0.1 veröffentlichen oder gar nicht.</translation>
    </message>
    <message>
        <source>%1 is a major version that is at its end.</source>
        <translation>%1 ist eine Hauptversion am Ende ihrer Pflege.</translation>
    </message>
    <message>
        <source>Use 15 or later.</source>
        <translation>15 oder später verwenden.</translation>
    </message>
    <message>
        <source>%1 is set here and reaches no workload.</source>
        <translation>%1 ist hier gesetzt und erreicht keine Workload.</translation>
    </message>
    <message>
        <source>Give it to the container by env or a ConfigMap, or remove it.</source>
        <translation>Dem Container über env oder eine ConfigMap mitgeben oder entfernen.</translation>
    </message>
    <message>
        <source>NODE_ENV is fixed in the manifest of all environments: staging runs as production.</source>
        <translation>NODE_ENV steht fest im Manifest aller Umgebungen: Staging läuft als Produktion.</translation>
    </message>
    <message>
        <source>Set it by an overlay for each environment.</source>
        <translation>Durch ein Overlay je Umgebung setzen.</translation>
    </message>
    <message>
        <source>No Ingress and no route serves %1.</source>
        <translation>Kein Ingress und keine Route bedient %1.</translation>
    </message>
    <message>
        <source>Add the host to route and certificate.</source>
        <translation>Den Host in Route und Zertifikat aufnehmen.</translation>
    </message>
    <message>
        <source>Nothing sets ${%1}: the image&apos;s name is invalid.</source>
        <translation>Nichts setzt ${%1}: Der Name des Images ist ungültig.</translation>
    </message>
    <message>
        <source>Use the name that the workflow sets, or the digest.</source>
        <translation>Den Namen verwenden, den der Workflow setzt, oder den Digest.</translation>
    </message>
    <message>
        <source>No file makes the Deployment %1.</source>
        <translation>Keine Datei erzeugt das Deployment %1.</translation>
    </message>
    <message>
        <source>Name one that is applied.</source>
        <translation>Eines nennen, das angewendet wird.</translation>
    </message>
    <message>
        <source>kubectl looks in the default namespace, and the Deployment is in %1.</source>
        <translation>kubectl sucht im Namespace default, und das Deployment ist in %1.</translation>
    </message>
    <message>
        <source>Add --namespace %1.</source>
        <translation>--namespace %1 hinzufügen.</translation>
    </message>
    <message>
        <source>Staging and production apply the same file to the same place: one overwrites the other.</source>
        <translation>Staging und Produktion wenden dieselbe Datei auf denselben Ort an: Eines überschreibt das andere.</translation>
    </message>
    <message>
        <source>Use an overlay and a namespace, better a cluster, for each.</source>
        <translation>Je ein Overlay und einen Namespace verwenden, besser einen eigenen Cluster.</translation>
    </message>
    <message>
        <source>No workflow applies this file (%1 %2).</source>
        <translation>Kein Workflow wendet diese Datei an (%1 %2).</translation>
    </message>
    <message>
        <source>Apply the whole folder: kubectl apply -k.</source>
        <translation>Den ganzen Ordner anwenden: kubectl apply -k.</translation>
    </message>
    <message>
        <source>%1 pods with %2 connections each are more than the %3 that the database takes.</source>
        <translation>%1 Pods mit je %2 Verbindungen sind mehr als die %3, die die Datenbank annimmt.</translation>
    </message>
    <message>
        <source>Make the pool smaller, or put a pooler before the database.</source>
        <translation>Den Pool verkleinern oder einen Pooler vor die Datenbank setzen.</translation>
    </message>
    <message>
        <source>%1.%2 refers to another table and has no index.</source>
        <translation>%1.%2 verweist auf eine andere Tabelle und hat keinen Index.</translation>
    </message>
    <message>
        <source>Add @@index([%2]).</source>
        <translation>@@index([%2]) hinzufügen.</translation>
    </message>
    <message>
        <source>A relation of %1 does not say what becomes of it when the other record goes.</source>
        <translation>Eine Relation von %1 sagt nicht, was aus ihr wird, wenn der andere Datensatz verschwindet.</translation>
    </message>
    <message>
        <source>Add onDelete to the relation.</source>
        <translation>Der Relation onDelete hinzufügen.</translation>
    </message>
    <message>
        <source>Prisma 7 refuses an address in the schema.</source>
        <translation>Prisma 7 lehnt eine Adresse im Schema ab.</translation>
    </message>
    <message>
        <source>Move it to prisma.config.ts.</source>
        <translation>Nach prisma.config.ts verschieben.</translation>
    </message>
    <message>
        <source>The generator prisma-client-js is the old one.</source>
        <translation>Der Generator prisma-client-js ist der alte.</translation>
    </message>
    <message>
        <source>Use prisma-client with an output folder.</source>
        <translation>prisma-client mit einem Ausgabeordner verwenden.</translation>
    </message>
    <message>
        <source>The code that runs during the update still needs this: %1</source>
        <translation>Der Code, der während der Aktualisierung läuft, braucht dies noch: %1</translation>
    </message>
    <message>
        <source>Expand first, deploy, and contract in a later release.</source>
        <translation>Erst erweitern, bereitstellen und in einem späteren Release zurückbauen.</translation>
    </message>
    <message>
        <source>Rows that are there, and the code that runs, have no value for the new column.</source>
        <translation>Vorhandene Zeilen und der laufende Code haben keinen Wert für die neue Spalte.</translation>
    </message>
    <message>
        <source>Add it with a default or nullable, fill it, and constrain it in a later release.</source>
        <translation>Mit einem Vorgabewert oder nullable hinzufügen, füllen und in einem späteren Release einschränken.</translation>
    </message>
    <message>
        <source>prisma migrate deploy has no step back: nothing runs this file.</source>
        <translation>prisma migrate deploy kennt keinen Schritt zurück: Nichts führt diese Datei aus.</translation>
    </message>
    <message>
        <source>Expand, deploy and contract, and mend a fault by the next migration.</source>
        <translation>Erweitern, bereitstellen und zurückbauen; einen Fehler durch die nächste Migration beheben.</translation>
    </message>
    <message>
        <source>The log goes to a file in the container: lost with it, unrotated, and refused on a read-only root.</source>
        <translation>Das Protokoll geht in eine Datei im Container: mit ihm verloren, nicht rotiert und bei schreibgeschützter Wurzel abgelehnt.</translation>
    </message>
    <message>
        <source>Write to standard output, which the platform ships.</source>
        <translation>Auf die Standardausgabe schreiben, die die Plattform weiterleitet.</translation>
    </message>
    <message>
        <source>Cloud Logging reads severity and finds none.</source>
        <translation>Cloud Logging liest severity und findet keine.</translation>
    </message>
    <message>
        <source>Map level to severity in the format.</source>
        <translation>Im Format level auf severity abbilden.</translation>
    </message>
    <message>
        <source>Prompts and keys reach the log as they are.</source>
        <translation>Prompts und Schlüssel gelangen unverändert in das Protokoll.</translation>
    </message>
    <message>
        <source>Add a format that redacts them.</source>
        <translation>Ein Format hinzufügen, das sie schwärzt.</translation>
    </message>
    <message>
        <source>The base image %1 is of a Node.js release that is no longer maintained.</source>
        <translation>Das Basis-Image %1 beruht auf einem Node.js-Release, das nicht mehr gepflegt wird.</translation>
    </message>
    <message>
        <source>Use an even release that is: 22 or 24.</source>
        <translation>Ein gerades Release verwenden, das gepflegt wird: 22 oder 24.</translation>
    </message>
    <message>
        <source>The base image %1 is named by a tag, which may be another image tomorrow.</source>
        <translation>Das Basis-Image %1 ist durch ein Tag benannt, das morgen ein anderes Image sein kann.</translation>
    </message>
    <message>
        <source>Name it by its digest: IMAGE:TAG@sha256:…</source>
        <translation>Durch den Digest benennen: IMAGE:TAG@sha256:…</translation>
    </message>
    <message>
        <source>The image runs as root.</source>
        <translation>Das Image läuft als root.</translation>
    </message>
    <message>
        <source>End with USER and a number other than 0, or stand on an image that is not root.</source>
        <translation>Mit USER und einer anderen Nummer als 0 enden oder auf einem Image aufbauen, das nicht als root läuft.</translation>
    </message>
    <message>
        <source>node_modules of stage %1 holds the packages of development too.</source>
        <translation>node_modules der Stufe %1 enthält auch die Pakete der Entwicklung.</translation>
    </message>
    <message>
        <source>Copy them from a stage that ran npm ci --omit=dev.</source>
        <translation>Aus einer Stufe kopieren, die npm ci --omit=dev ausgeführt hat.</translation>
    </message>
    <message>
        <source>%1 starts the program through a package manager or a shell, which may keep signals from it.</source>
        <translation>%1 startet das Programm über einen Paketmanager oder eine Shell, die ihm Signale vorenthalten kann.</translation>
    </message>
    <message>
        <source>Start it itself: CMD [&quot;node&quot;, &quot;dist/main.js&quot;].</source>
        <translation>Direkt starten: CMD [&quot;node&quot;, &quot;dist/main.js&quot;].</translation>
    </message>
    <message>
        <source>Prisma&apos;s schema, migrations or generated client are not in the image.</source>
        <translation>Prismas Schema, Migrationen oder erzeugter Client sind nicht im Image.</translation>
    </message>
    <message>
        <source>Run prisma generate in the build, and copy the prisma folder into the last stage.</source>
        <translation>prisma generate im Build ausführen und den Ordner prisma in die letzte Stufe kopieren.</translation>
    </message>
    <message>
        <source>The whole folder is copied, and no .dockerignore keeps .env and .git out.</source>
        <translation>Der ganze Ordner wird kopiert, und kein .dockerignore hält .env und .git heraus.</translation>
    </message>
    <message>
        <source>Name .env and .git in a .dockerignore beside the Dockerfile.</source>
        <translation>.env und .git in einem .dockerignore neben dem Dockerfile nennen.</translation>
    </message>
    <message>
        <source>The image does not say which commit it was made from.</source>
        <translation>Das Image sagt nicht, aus welchem Commit es entstand.</translation>
    </message>
    <message>
        <source>Add the labels org.opencontainers.image.source and org.opencontainers.image.revision.</source>
        <translation>Die Labels org.opencontainers.image.source und org.opencontainers.image.revision hinzufügen.</translation>
    </message>
    <message>
        <source>The secret %1 lies in a file of plain settings.</source>
        <translation>Das Geheimnis %1 liegt in einer Datei mit gewöhnlichen Einstellungen.</translation>
    </message>
    <message>
        <source>Keep it in a secret manager and let the workload have it from there.</source>
        <translation>In einem Secret-Manager aufbewahren und von der Workload dort holen lassen.</translation>
    </message>
    <message>
        <source>%1 is public by design and lies beside secrets.</source>
        <translation>%1 ist bewusst öffentlich und liegt neben Geheimnissen.</translation>
    </message>
    <message>
        <source>Keep public settings apart from secrets, so that each is handled as what it is.</source>
        <translation>Öffentliche Einstellungen von Geheimnissen trennen, damit jedes als das behandelt wird, was es ist.</translation>
    </message>
    <message>
        <source>Each apply sets the scale back that the autoscaler %1 chose.</source>
        <translation>Jedes apply setzt die Anzahl zurück, die der Autoscaler %1 gewählt hat.</translation>
    </message>
    <message>
        <source>Remove replicas.</source>
        <translation>replicas entfernen.</translation>
    </message>
    <message>
        <source>Nothing keeps pods of %1 up while nodes are drained.</source>
        <translation>Nichts hält Pods von %1 am Laufen, während Nodes geräumt werden.</translation>
    </message>
    <message>
        <source>Add a PodDisruptionBudget.</source>
        <translation>Ein PodDisruptionBudget hinzufügen.</translation>
    </message>
    <message>
        <source>No file creates the namespace %1.</source>
        <translation>Keine Datei erzeugt den Namespace %1.</translation>
    </message>
    <message>
        <source>Add it, with its pod security labels.</source>
        <translation>Hinzufügen, mit seinen Labels für Pod Security.</translation>
    </message>
    <message>
        <source>The namespace %1 has no %2.</source>
        <translation>Dem Namespace %1 fehlt %2.</translation>
    </message>
    <message>
        <source>Add one, so that one workload cannot take all.</source>
        <translation>Hinzufügen, damit nicht eine Workload alles nehmen kann.</translation>
    </message>
    <message>
        <source>The Service %1 has no labels: no ServiceMonitor can find it.</source>
        <translation>Der Service %1 hat keine Labels: Kein ServiceMonitor kann ihn finden.</translation>
    </message>
    <message>
        <source>Add labels.</source>
        <translation>Labels hinzufügen.</translation>
    </message>
    <message>
        <source>The Service&apos;s port %1 has no name.</source>
        <translation>Der Port %1 des Service hat keinen Namen.</translation>
    </message>
    <message>
        <source>Name it.</source>
        <translation>Benennen.</translation>
    </message>
    <message>
        <source>The annotation kubernetes.io/ingress.class is deprecated.</source>
        <translation>Die Annotation kubernetes.io/ingress.class ist veraltet.</translation>
    </message>
    <message>
        <source>Use spec.ingressClassName.</source>
        <translation>spec.ingressClassName verwenden.</translation>
    </message>
    <message>
        <source>The community&apos;s ingress-nginx was retired in March 2026.</source>
        <translation>Das ingress-nginx der Community wurde im März 2026 eingestellt.</translation>
    </message>
    <message>
        <source>Move to the Gateway API or to a controller that is maintained.</source>
        <translation>Zur Gateway-API oder zu einem gepflegten Controller wechseln.</translation>
    </message>
    <message>
        <source>The Ingress says nothing of %1, which streamed answers and large requests need.</source>
        <translation>Der Ingress sagt nichts zu %1, was gestreamte Antworten und große Anfragen brauchen.</translation>
    </message>
    <message>
        <source>Set the annotation nginx.ingress.kubernetes.io/%1.</source>
        <translation>Die Annotation nginx.ingress.kubernetes.io/%1 setzen.</translation>
    </message>
    <message>
        <source>The BackendConfig %1 turns on Cloud CDN, which an nginx Ingress does not use.</source>
        <translation>Die BackendConfig %1 schaltet Cloud CDN ein, das ein nginx-Ingress nicht nutzt.</translation>
    </message>
    <message>
        <source>Use an external Application Load Balancer: a GKE Gateway or Ingress class.</source>
        <translation>Einen externen Application Load Balancer verwenden: ein GKE-Gateway oder eine Ingress-Klasse.</translation>
    </message>
    <message>
        <source>The ServiceMonitor %1 selects labels that no Service has.</source>
        <translation>Der ServiceMonitor %1 wählt Labels aus, die kein Service hat.</translation>
    </message>
    <message>
        <source>Select labels of the Service, not of its pods.</source>
        <translation>Labels des Service auswählen, nicht die seiner Pods.</translation>
    </message>
    <message>
        <source>No Service has a port named %1.</source>
        <translation>Kein Service hat einen Port namens %1.</translation>
    </message>
    <message>
        <source>Add the port to container and Service, by that name.</source>
        <translation>Den Port unter diesem Namen bei Container und Service hinzufügen.</translation>
    </message>
    <message>
        <source>The ServiceMonitor sees only Services of its own namespace %1.</source>
        <translation>Der ServiceMonitor sieht nur Services seines eigenen Namespace %1.</translation>
    </message>
    <message>
        <source>Add namespaceSelector.</source>
        <translation>namespaceSelector hinzufügen.</translation>
    </message>
    <message>
        <source>What is measured alerts nobody: there are no rules.</source>
        <translation>Was gemessen wird, alarmiert niemanden: Es gibt keine Regeln.</translation>
    </message>
    <message>
        <source>Add a PrometheusRule.</source>
        <translation>Eine PrometheusRule hinzufügen.</translation>
    </message>
    <message>
        <source>%1 scales %2 by what this autoscaler changes.</source>
        <translation>%1 skaliert %2 nach dem, was dieser Autoscaler ändert.</translation>
    </message>
    <message>
        <source>Set updateMode: &quot;Off&quot;, or let it control memory alone and the other CPU alone.</source>
        <translation>updateMode: &quot;Off&quot; setzen oder diesen allein den Speicher und den anderen allein die CPU steuern lassen.</translation>
    </message>
    <message>
        <source>The update mode Auto is deprecated.</source>
        <translation>Der Aktualisierungsmodus Auto ist veraltet.</translation>
    </message>
    <message>
        <source>Say Recreate, InPlaceOrRecreate or Off.</source>
        <translation>Recreate, InPlaceOrRecreate oder Off angeben.</translation>
    </message>
    <message>
        <source>minAllowed of %1 (%2) is below what the container requests.</source>
        <translation>minAllowed von %1 (%2) liegt unter dem, was der Container anfordert.</translation>
    </message>
    <message>
        <source>Raise it to the request.</source>
        <translation>Auf die Anforderung anheben.</translation>
    </message>
    <message>
        <source>Memory of a Node.js process hardly falls again: the scale only goes up.</source>
        <translation>Der Speicher eines Node.js-Prozesses sinkt kaum wieder: Die Anzahl steigt nur.</translation>
    </message>
    <message>
        <source>Scale by CPU, requests or queue length.</source>
        <translation>Nach CPU, Anfragen oder Länge der Warteschlange skalieren.</translation>
    </message>
    <message>
        <source>%1 does not say how it scales down.</source>
        <translation>%1 sagt nicht, wie herunterskaliert wird.</translation>
    </message>
    <message>
        <source>Add behavior.scaleDown.</source>
        <translation>behavior.scaleDown hinzufügen.</translation>
    </message>
    <message>
        <source>%1 is scaled, and not its blue and green Deployments.</source>
        <translation>%1 wird skaliert, nicht aber die zugehörigen Deployments blue und green.</translation>
    </message>
    <message>
        <source>Scale those that get traffic.</source>
        <translation>Die skalieren, die Datenverkehr erhalten.</translation>
    </message>
    <message>
        <source>The selector of %1 also finds the pods of %2.</source>
        <translation>Der Selektor von %1 findet auch die Pods von %2.</translation>
    </message>
    <message>
        <source>Give each a label of its own in the selector.</source>
        <translation>Jedem im Selektor ein eigenes Label geben.</translation>
    </message>
    <message>
        <source>The scale of %1 is worked out over the pods of %2 too.</source>
        <translation>Die Skalierung von %1 wird auch über die Pods von %2 berechnet.</translation>
    </message>
    <message>
        <source>Part their labels.</source>
        <translation>Ihre Labels trennen.</translation>
    </message>
    <message>
        <source>The Service %1 has another selector in %2: what is applied last moves the traffic.</source>
        <translation>Der Service %1 hat in %2 einen anderen Selektor: Was zuletzt angewendet wird, verlegt den Datenverkehr.</translation>
    </message>
    <message>
        <source>Keep it in one file.</source>
        <translation>In einer Datei halten.</translation>
    </message>
    <message>
        <source>No Service reaches %1 alone: it cannot be tried before the switch.</source>
        <translation>Kein Service erreicht %1 allein: Vor der Umschaltung lässt es sich nicht erproben.</translation>
    </message>
    <message>
        <source>Add a preview Service for it.</source>
        <translation>Dafür einen Service zur Vorschau hinzufügen.</translation>
    </message>
    <message>
        <source>The secret %1 lies in a file: base64 is no encryption.</source>
        <translation>Das Geheimnis %1 liegt in einer Datei: Base64 ist keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>Keep it in a secret manager, and use External Secrets or the CSI driver.</source>
        <translation>In einem Secret-Manager aufbewahren und External Secrets oder den CSI-Treiber verwenden.</translation>
    </message>
    <message>
        <source>The value of %1 is no base64: the API refuses it.</source>
        <translation>Der Wert von %1 ist kein Base64: Die API lehnt ihn ab.</translation>
    </message>
    <message>
        <source>Encode it, or use stringData.</source>
        <translation>Kodieren oder stringData verwenden.</translation>
    </message>
    <message>
        <source>Nothing uses the key %1.</source>
        <translation>Nichts verwendet den Schlüssel %1.</translation>
    </message>
    <message>
        <source>Remove it, or give it to the workload.</source>
        <translation>Entfernen oder der Workload mitgeben.</translation>
    </message>
    <message>
        <source>PodSecurityPolicy was removed in Kubernetes 1.25.</source>
        <translation>PodSecurityPolicy wurde in Kubernetes 1.25 entfernt.</translation>
    </message>
    <message>
        <source>Label the namespace for pod security admission: enforce restricted.</source>
        <translation>Den Namespace für Pod Security Admission mit Labels versehen: enforce restricted.</translation>
    </message>
    <message>
        <source>No role may use the policy %1.</source>
        <translation>Keine Rolle darf die Richtlinie %1 verwenden.</translation>
    </message>
    <message>
        <source>Use pod security admission, which needs none.</source>
        <translation>Pod Security Admission verwenden, die keine braucht.</translation>
    </message>
    <message>
        <source>The policy %1 has no seccomp rule.</source>
        <translation>Die Richtlinie %1 hat keine Regel für seccomp.</translation>
    </message>
    <message>
        <source>Use pod security admission, whose restricted level has one.</source>
        <translation>Pod Security Admission verwenden, deren Stufe restricted eine hat.</translation>
    </message>
    <message>
        <source>No file makes the Secret %1.</source>
        <translation>Keine Datei erzeugt das Secret %1.</translation>
    </message>
    <message>
        <source>Add an ExternalSecret for it, or use one that is there.</source>
        <translation>Ein ExternalSecret dafür hinzufügen oder ein vorhandenes verwenden.</translation>
    </message>
    <message>
        <source>This is no YAML: %1.</source>
        <translation>Das ist kein YAML: %1.</translation>
    </message>
    <message>
        <source>Mend the document; nothing behind this place was looked at.</source>
        <translation>Das Dokument berichtigen; nach dieser Stelle wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>The file was not looked at: it is too large, or one of too many.</source>
        <translation>Die Datei wurde nicht angesehen: Sie ist zu groß oder eine von zu vielen.</translation>
    </message>
    <message>
        <source>Give the linter the folder with the deployment&apos;s own files.</source>
        <translation>Dem Linter den Ordner mit den eigenen Dateien des Deployments geben.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Let the linter read it, or leave it out.</source>
        <translation>Den Linter sie lesen lassen oder sie weglassen.</translation>
    </message>
    <message>
        <source>The workflow acts on the Deployment %1, and the cluster has none.</source>
        <translation>Der Workflow greift auf das Deployment %1 zu, und der Cluster hat keines.</translation>
    </message>
    <message>
        <source>Name one that is there, or apply it first.</source>
        <translation>Etwas Vorhandenes nennen oder es zuerst anwenden.</translation>
    </message>
    <message>
        <source>The cluster has no %1 %2.</source>
        <translation>Im Cluster fehlt %1 %2.</translation>
    </message>
    <message>
        <source>Apply the file, or remove it.</source>
        <translation>Die Datei anwenden oder entfernen.</translation>
    </message>
    <message>
        <source>The container %1 of %2 runs %3, and the file says %4.</source>
        <translation>Im Container %1 von %2 läuft %3, und die Datei sagt %4.</translation>
    </message>
    <message>
        <source>Apply the file, or write into it what runs.</source>
        <translation>Die Datei anwenden oder hineinschreiben, was läuft.</translation>
    </message>
    <message>
        <source>The cluster has no namespace %1.</source>
        <translation>Der Cluster hat keinen Namespace %1.</translation>
    </message>
    <message>
        <source>Create it first, or name the one that is meant.</source>
        <translation>Zuerst anlegen oder den gemeinten nennen.</translation>
    </message>
    <message>
        <source>The cluster has no Service %1.</source>
        <translation>Der Cluster hat keinen Service %1.</translation>
    </message>
    <message>
        <source>The Service %1 of the cluster has no port %2.</source>
        <translation>Der Service %1 des Clusters hat keinen Port %2.</translation>
    </message>
    <message>
        <source>Name a port that it has.</source>
        <translation>Einen Port nennen, den er hat.</translation>
    </message>
    <message>
        <source>The cluster has no ConfigMap %1: the pods do not start.</source>
        <translation>Der Cluster hat keine ConfigMap %1: Die Pods starten nicht.</translation>
    </message>
    <message>
        <source>The cluster has no ingress class %1: nothing serves this Ingress.</source>
        <translation>Der Cluster hat keine Ingress-Klasse %1: Nichts bedient diesen Ingress.</translation>
    </message>
    <message>
        <source>Name one that is there, or install its controller.</source>
        <translation>Eine vorhandene nennen oder deren Controller installieren.</translation>
    </message>
    <message>
        <source>The cluster wants %2 pods of %1, and the file says %3.</source>
        <translation>Der Cluster will %2 Pods von %1, und die Datei sagt %3.</translation>
    </message>
    <message>
        <source>The cluster&apos;s autoscaler %1 scales %2: each apply sets it back.</source>
        <translation>Der Autoscaler %1 des Clusters skaliert %2: Jedes apply setzt es zurück.</translation>
    </message>
    <message>
        <source>%1 of the container %2 is %3 in the cluster, and the file says %4.</source>
        <translation>%1 des Containers %2 ist im Cluster %3, und die Datei sagt %4.</translation>
    </message>
    <message>
        <source>The cluster sets no %1 for the container %2, and the file says %3.</source>
        <translation>Der Cluster setzt für den Container %2 kein %1, und die Datei sagt %3.</translation>
    </message>
    <message>
        <source>%1 and PrometheusRule both alert: neither tells all that is wrong.</source>
        <translation>%1 und PrometheusRule alarmieren beide: Keines von beiden nennt alles, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Keep all alerts in one of them.</source>
        <translation>Alle Alarme in einem von beiden halten.</translation>
    </message>
    <message>
        <source>The Prometheus %2 does not select the ServiceMonitor %1.</source>
        <translation>Das Prometheus %2 wählt den ServiceMonitor %1 nicht aus.</translation>
    </message>
    <message>
        <source>Give it the labels of serviceMonitorSelector.</source>
        <translation>Die Labels von serviceMonitorSelector geben.</translation>
    </message>
    <message>
        <source>%1 lets no name be resolved: port 53 is not open.</source>
        <translation>%1 lässt keinen Namen auflösen: Port 53 ist nicht offen.</translation>
    </message>
    <message>
        <source>Allow UDP and TCP 53 to k8s-app: kube-dns in kube-system.</source>
        <translation>UDP und TCP 53 zu k8s-app: kube-dns in kube-system erlauben.</translation>
    </message>
    <message>
        <source>The database is sought in the namespace %1, which nothing here fills.</source>
        <translation>Die Datenbank wird im Namespace %1 gesucht, den hier nichts füllt.</translation>
    </message>
    <message>
        <source>Open the port to where the database is: for Cloud SQL its address range, and 3307 for the proxy.</source>
        <translation>Den Port dorthin öffnen, wo die Datenbank ist: für Cloud SQL deren Adressbereich, und 3307 für den Proxy.</translation>
    </message>
    <message>
        <source>No namespace gets the label name: %1 by itself.</source>
        <translation>Kein Namespace erhält das Label name: %1 von selbst.</translation>
    </message>
    <message>
        <source>Select kubernetes.io/metadata.name.</source>
        <translation>kubernetes.io/metadata.name auswählen.</translation>
    </message>
    <message>
        <source>%1 blocks the metadata server, which Workload Identity needs.</source>
        <translation>%1 sperrt den Metadatenserver, den Workload Identity braucht.</translation>
    </message>
    <message>
        <source>Allow 169.254.169.252/32 port 988, and 169.254.169.254/32 port 80 with Dataplane V2.</source>
        <translation>169.254.169.252/32 Port 988 erlauben, mit Dataplane V2 auch 169.254.169.254/32 Port 80.</translation>
    </message>
    <message>
        <source>Pods of %1 that no policy names are open to all.</source>
        <translation>Pods von %1, die keine Richtlinie nennt, stehen allen offen.</translation>
    </message>
    <message>
        <source>Add a policy that selects all pods and allows nothing.</source>
        <translation>Eine Richtlinie hinzufügen, die alle Pods auswählt und nichts erlaubt.</translation>
    </message>
    <message>
        <source>The policy opens the whole internet.</source>
        <translation>Die Richtlinie öffnet das ganze Internet.</translation>
    </message>
    <message>
        <source>Name the ranges, or go through a proxy.</source>
        <translation>Die Bereiche nennen oder über einen Proxy gehen.</translation>
    </message>
    <message>
        <source>The policy keeps the monitor of namespace %1 out.</source>
        <translation>Die Richtlinie hält die Überwachung aus dem Namespace %1 fern.</translation>
    </message>
    <message>
        <source>Allow its namespace to the metrics port.</source>
        <translation>Ihren Namespace zum Port der Metriken zulassen.</translation>
    </message>
    <message>
        <source>The cluster is made without what enforces network policies: they do nothing.</source>
        <translation>Der Cluster wird ohne das erzeugt, was Netzwerkrichtlinien durchsetzt: Sie bewirken nichts.</translation>
    </message>
    <message>
        <source>Make it with Dataplane V2: --enable-dataplane-v2.</source>
        <translation>Mit Dataplane V2 erzeugen: --enable-dataplane-v2.</translation>
    </message>
    <message>
        <source>The container %1 may run as root.</source>
        <translation>Der Container %1 darf als root laufen.</translation>
    </message>
    <message>
        <source>Set securityContext.runAsNonRoot: true.</source>
        <translation>securityContext.runAsNonRoot: true setzen.</translation>
    </message>
    <message>
        <source>The container %1 may gain privileges.</source>
        <translation>Der Container %1 darf zusätzliche Rechte erlangen.</translation>
    </message>
    <message>
        <source>Set securityContext.allowPrivilegeEscalation: false.</source>
        <translation>securityContext.allowPrivilegeEscalation: false setzen.</translation>
    </message>
    <message>
        <source>The container %1 keeps the kernel&apos;s default capabilities.</source>
        <translation>Der Container %1 behält die voreingestellten Capabilities des Kernels.</translation>
    </message>
    <message>
        <source>Set securityContext.capabilities.drop: [ALL].</source>
        <translation>securityContext.capabilities.drop: [ALL] setzen.</translation>
    </message>
    <message>
        <source>The container %1 has no seccomp profile.</source>
        <translation>Der Container %1 hat kein seccomp-Profil.</translation>
    </message>
    <message>
        <source>Set securityContext.seccompProfile.type: RuntimeDefault.</source>
        <translation>securityContext.seccompProfile.type: RuntimeDefault setzen.</translation>
    </message>
    <message>
        <source>The container %1 may write its own root file system.</source>
        <translation>Der Container %1 darf in sein eigenes Wurzeldateisystem schreiben.</translation>
    </message>
    <message>
        <source>Set securityContext.readOnlyRootFilesystem: true, and mount what it writes.</source>
        <translation>securityContext.readOnlyRootFilesystem: true setzen und einhängen, wohin er schreibt.</translation>
    </message>
    <message>
        <source>Readiness and liveness of %1 ask the same: what it depends on fails, and every pod is restarted.</source>
        <translation>Readiness und Liveness von %1 fragen dasselbe: Fällt aus, wovon es abhängt, startet jeder Pod neu.</translation>
    </message>
    <message>
        <source>Let liveness ask for the process alone, and readiness for what it depends on.</source>
        <translation>Liveness nur nach dem Prozess fragen lassen und Readiness nach dem, wovon er abhängt.</translation>
    </message>
    <message>
        <source>A slow start of %1 counts as a failure of liveness.</source>
        <translation>Ein langsamer Start von %1 gilt als Fehlschlag der Liveness.</translation>
    </message>
    <message>
        <source>Add a startupProbe.</source>
        <translation>Eine startupProbe hinzufügen.</translation>
    </message>
    <message>
        <source>%1 has a second to answer and three tries, whatever the program needs.</source>
        <translation>%1 hat eine Sekunde zum Antworten und drei Versuche, was auch immer das Programm braucht.</translation>
    </message>
    <message>
        <source>Set timeoutSeconds and failureThreshold.</source>
        <translation>timeoutSeconds und failureThreshold setzen.</translation>
    </message>
    <message>
        <source>The container %1 has no readiness probe: it gets requests before it can answer them.</source>
        <translation>Der Container %1 hat keine Readiness-Probe: Er erhält Anfragen, bevor er sie beantworten kann.</translation>
    </message>
    <message>
        <source>Add a readinessProbe.</source>
        <translation>Eine readinessProbe hinzufügen.</translation>
    </message>
    <message>
        <source>%1 gets requests while it is ending: errors at each update.</source>
        <translation>%1 erhält während des Beendens Anfragen: Fehler bei jeder Aktualisierung.</translation>
    </message>
    <message>
        <source>Add lifecycle.preStop that waits for the load balancer, and terminationGracePeriodSeconds above it.</source>
        <translation>lifecycle.preStop hinzufügen, das auf den Load Balancer wartet, und terminationGracePeriodSeconds darüber.</translation>
    </message>
    <message>
        <source>%1 is left to its default.</source>
        <translation>%1 bleibt auf dem Vorgabewert.</translation>
    </message>
    <message>
        <source>Set minReadySeconds, strategy and progressDeadlineSeconds, so that &quot;available&quot; means that it stayed up.</source>
        <translation>minReadySeconds, strategy und progressDeadlineSeconds setzen, damit „verfügbar“ heißt, dass es weiterlief.</translation>
    </message>
    <message>
        <source>All pods may land on one node or in one zone.</source>
        <translation>Alle Pods können auf einem Node oder in einer Zone landen.</translation>
    </message>
    <message>
        <source>Add topologySpreadConstraints over topology.kubernetes.io/zone and kubernetes.io/hostname.</source>
        <translation>topologySpreadConstraints über topology.kubernetes.io/zone und kubernetes.io/hostname hinzufügen.</translation>
    </message>
    <message>
        <source>The pods run under the namespace&apos;s default service account.</source>
        <translation>Die Pods laufen unter dem voreingestellten ServiceAccount des Namespace.</translation>
    </message>
    <message>
        <source>Make a service account for the workload and name it.</source>
        <translation>Einen ServiceAccount für die Workload anlegen und nennen.</translation>
    </message>
    <message>
        <source>A token of the cluster&apos;s API is mounted, whether it is needed or not.</source>
        <translation>Ein Token der API des Clusters wird eingehängt, ob es nötig ist oder nicht.</translation>
    </message>
    <message>
        <source>Set automountServiceAccountToken: false.</source>
        <translation>automountServiceAccountToken: false setzen.</translation>
    </message>
    <message>
        <source>The secret %1 is an environment variable: it does not change until a restart, and dumps show it.</source>
        <translation>Das Geheimnis %1 ist eine Umgebungsvariable: Bis zu einem Neustart ändert es sich nicht, und Dumps zeigen es.</translation>
    </message>
    <message>
        <source>Mount it as a file.</source>
        <translation>Als Datei einhängen.</translation>
    </message>
    <message>
        <source>%1 is in Container Registry, which is shut down.</source>
        <translation>%1 liegt in Container Registry, die abgeschaltet ist.</translation>
    </message>
    <message>
        <source>Use Artifact Registry: REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</source>
        <translation>Artifact Registry verwenden: REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.</translation>
    </message>
    <message>
        <source>The image %1 is named by a tag, which may be another image tomorrow.</source>
        <translation>Das Image %1 ist durch ein Tag benannt, das morgen ein anderes Image sein kann.</translation>
    </message>
    <message>
        <source>Name it by its digest: IMAGE@sha256:…</source>
        <translation>Durch den Digest benennen: IMAGE@sha256:…</translation>
    </message>
    <message>
        <source>The CPU limit of %1 throttles it although the node has time to spare.</source>
        <translation>Die CPU-Grenze drosselt %1, obwohl der Node Zeit übrig hat.</translation>
    </message>
    <message>
        <source>Keep the request and remove the limit.</source>
        <translation>Die Anforderung behalten und die Grenze entfernen.</translation>
    </message>
    <message>
        <source>%1 may fill the node&apos;s disk.</source>
        <translation>%1 kann den Datenträger des Nodes füllen.</translation>
    </message>
    <message>
        <source>Set limits.ephemeral-storage.</source>
        <translation>limits.ephemeral-storage setzen.</translation>
    </message>
    <message>
        <source>The heap of Node.js in %1 does not know the memory limit.</source>
        <translation>Der Heap von Node.js in %1 kennt die Speichergrenze nicht.</translation>
    </message>
    <message>
        <source>Set NODE_OPTIONS=--max-old-space-size to about three quarters of the limit.</source>
        <translation>NODE_OPTIONS=--max-old-space-size auf etwa drei Viertel der Grenze setzen.</translation>
    </message>
    <message>
        <source>The pods lack the recommended labels.</source>
        <translation>Den Pods fehlen die empfohlenen Labels.</translation>
    </message>
    <message>
        <source>Add app.kubernetes.io/name and its siblings.</source>
        <translation>app.kubernetes.io/name und die verwandten Labels hinzufügen.</translation>
    </message>
    <message>
        <source>Port %1 has no name.</source>
        <translation>Port %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>Name it, so that services and monitors can name it too.</source>
        <translation>Benennen, damit auch Services und Monitore ihn nennen können.</translation>
    </message>
    <message>
        <source>The container %1 has no requests or no memory limit.</source>
        <translation>Der Container %1 hat keine Anforderungen oder keine Speichergrenze.</translation>
    </message>
    <message>
        <source>Set resources.requests and resources.limits.memory.</source>
        <translation>resources.requests und resources.limits.memory setzen.</translation>
    </message>
    <message>
        <source>Every other branch counts as this environment.</source>
        <translation>Jeder andere Branch gilt als diese Umgebung.</translation>
    </message>
    <message>
        <source>Name the branch of each environment, and end with an error otherwise.</source>
        <translation>Den Branch jeder Umgebung nennen und andernfalls mit einem Fehler enden.</translation>
    </message>
    <message>
        <source>Started by hand, any branch is deployed.</source>
        <translation>Von Hand gestartet, wird jeder beliebige Branch bereitgestellt.</translation>
    </message>
    <message>
        <source>Give the job an environment with branch rules, or ask for github.ref.</source>
        <translation>Dem Job eine Umgebung mit Regeln für Branches geben oder github.ref abfragen.</translation>
    </message>
    <message>
        <source>The cluster lies in one zone.</source>
        <translation>Der Cluster liegt in einer Zone.</translation>
    </message>
    <message>
        <source>Use a regional cluster: --region or --location.</source>
        <translation>Einen regionalen Cluster verwenden: --region oder --location.</translation>
    </message>
    <message>
        <source>The image is not scanned before it is used.</source>
        <translation>Das Image wird vor der Verwendung nicht gescannt.</translation>
    </message>
    <message>
        <source>Add a scan that fails on known holes.</source>
        <translation>Einen Scan hinzufügen, der bei bekannten Lücken fehlschlägt.</translation>
    </message>
    <message>
        <source>The image has no list of its parts, or no signed provenance.</source>
        <translation>Das Image hat keine Liste seiner Bestandteile oder keinen signierten Herkunftsnachweis.</translation>
    </message>
    <message>
        <source>Build with --sbom and --provenance, and sign the digest.</source>
        <translation>Mit --sbom und --provenance bauen und den Digest signieren.</translation>
    </message>
    <message>
        <source>setup-gcloud has no input %1 since its version 1: nobody is signed in.</source>
        <translation>setup-gcloud hat seit Version 1 keine Eingabe %1: Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Use google-github-actions/auth before it.</source>
        <translation>Davor google-github-actions/auth verwenden.</translation>
    </message>
    <message>
        <source>A long-lived key opens the cloud to whoever has it.</source>
        <translation>Ein langlebiger Schlüssel öffnet die Cloud jedem, der ihn hat.</translation>
    </message>
    <message>
        <source>Use Workload Identity Federation: the auth action and id-token: write.</source>
        <translation>Workload Identity Federation verwenden: die Action auth und id-token: write.</translation>
    </message>
    <message>
        <source>gke-gcloud-auth-plugin is not installed: kubectl cannot sign in.</source>
        <translation>gke-gcloud-auth-plugin ist nicht installiert: kubectl kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>Install the component, or use google-github-actions/get-gke-credentials.</source>
        <translation>Die Komponente installieren oder google-github-actions/get-gke-credentials verwenden.</translation>
    </message>
    <message>
        <source>The job %1 has the repository&apos;s default rights.</source>
        <translation>Der Job %1 hat die voreingestellten Rechte des Repositorys.</translation>
    </message>
    <message>
        <source>Add permissions: with what it needs.</source>
        <translation>permissions: mit dem Nötigen hinzufügen.</translation>
    </message>
    <message>
        <source>The job %1 deploys without an environment: no approval, no secrets of its own, no record.</source>
        <translation>Der Job %1 stellt ohne Umgebung bereit: keine Freigabe, keine eigenen Geheimnisse, kein Nachweis.</translation>
    </message>
    <message>
        <source>Add environment:.</source>
        <translation>environment: hinzufügen.</translation>
    </message>
    <message>
        <source>Two pushes race in the job %1.</source>
        <translation>Zwei Pushes laufen im Job %1 um die Wette.</translation>
    </message>
    <message>
        <source>Add concurrency: with a group per environment.</source>
        <translation>concurrency: mit einer Gruppe je Umgebung hinzufügen.</translation>
    </message>
    <message>
        <source>The job %1 deploys what nobody tested.</source>
        <translation>Der Job %1 stellt bereit, was niemand getestet hat.</translation>
    </message>
    <message>
        <source>Let it need a job that tests and lints.</source>
        <translation>Von einem Job abhängig machen, der testet und lintet.</translation>
    </message>
    <message>
        <source>%1 may be other code tomorrow.</source>
        <translation>%1 kann morgen anderer Code sein.</translation>
    </message>
    <message>
        <source>Name the action by its commit.</source>
        <translation>Die Action durch ihren Commit benennen.</translation>
    </message>
    <message>
        <source>%1 is old.</source>
        <translation>%1 ist alt.</translation>
    </message>
    <message>
        <source>Use the current major version.</source>
        <translation>Die aktuelle Hauptversion verwenden.</translation>
    </message>
    <message>
        <source>Each branch builds an image of its own: what was tried is not what goes out.</source>
        <translation>Jeder Branch baut ein eigenes Image: Was erprobt wurde, ist nicht das, was ausgeliefert wird.</translation>
    </message>
    <message>
        <source>Build once and promote the digest.</source>
        <translation>Einmal bauen und den Digest weitergeben.</translation>
    </message>
    <message>
        <source>envsubst blanks every variable of the file, also those that are not meant.</source>
        <translation>envsubst leert jede Variable der Datei, auch die nicht gemeinten.</translation>
    </message>
    <message>
        <source>Name them: envsubst &apos;$IMAGE_TAG&apos;.</source>
        <translation>Diese nennen: envsubst &apos;$IMAGE_TAG&apos;.</translation>
    </message>
    <message>
        <source>The wait has no end.</source>
        <translation>Das Warten hat kein Ende.</translation>
    </message>
    <message>
        <source>Add --timeout.</source>
        <translation>--timeout hinzufügen.</translation>
    </message>
    <message>
        <source>The job %1 may run for six hours.</source>
        <translation>Der Job %1 kann sechs Stunden lang laufen.</translation>
    </message>
    <message>
        <source>Add timeout-minutes.</source>
        <translation>timeout-minutes hinzufügen.</translation>
    </message>
    <message>
        <source>Rolled out counts as working: nothing is asked after it.</source>
        <translation>Ausgerollt gilt als funktionierend: Danach wird nichts abgefragt.</translation>
    </message>
    <message>
        <source>Add a smoke test behind the rollout.</source>
        <translation>Nach dem Rollout einen Smoke-Test hinzufügen.</translation>
    </message>
    <message>
        <source>The schema changes after the code that needs it.</source>
        <translation>Das Schema ändert sich nach dem Code, der es braucht.</translation>
    </message>
    <message>
        <source>Migrate before the rollout, so that old and new code both fit.</source>
        <translation>Vor dem Rollout migrieren, sodass alter und neuer Code dazu passen.</translation>
    </message>
    <message>
        <source>One %1 serves all branches: a test may migrate production.</source>
        <translation>Ein einziges %1 dient allen Branches: Ein Test kann die Produktion migrieren.</translation>
    </message>
    <message>
        <source>Keep it in the environment&apos;s secrets and name the environment.</source>
        <translation>In den Geheimnissen der Umgebung aufbewahren und die Umgebung nennen.</translation>
    </message>
    <message>
        <source>A hosted runner does not reach a private database.</source>
        <translation>Ein gehosteter Runner erreicht keine private Datenbank.</translation>
    </message>
    <message>
        <source>Migrate by a Job in the cluster.</source>
        <translation>Durch einen Job im Cluster migrieren.</translation>
    </message>
    <message>
        <source>npx fetches the newest Prisma.</source>
        <translation>npx holt das neueste Prisma.</translation>
    </message>
    <message>
        <source>Install the pinned one first: npm ci.</source>
        <translation>Zuerst das festgelegte installieren: npm ci.</translation>
    </message>
    <message>
        <source>Undoing the code after a migration runs old code on a new schema.</source>
        <translation>Wird der Code nach einer Migration zurückgenommen, läuft alter Code auf neuem Schema.</translation>
    </message>
    <message>
        <source>Undo only where the schema still fits: expand, deploy, contract.</source>
        <translation>Nur zurücknehmen, wo das Schema noch passt: erweitern, bereitstellen, zurückbauen.</translation>
    </message>
    <message>
        <source>Production is undone also when the build failed and nothing had changed.</source>
        <translation>Die Produktion wird auch zurückgenommen, wenn der Build fehlschlug und sich nichts geändert hatte.</translation>
    </message>
    <message>
        <source>Ask for the deploying step: if: failure() &amp;&amp; steps.deploy.outcome == &apos;failure&apos;.</source>
        <translation>Nach dem bereitstellenden Schritt fragen: if: failure() &amp;&amp; steps.deploy.outcome == &apos;failure&apos;.</translation>
    </message>
    <message>
        <source>Nobody looks whether the undo worked.</source>
        <translation>Niemand sieht nach, ob die Rücknahme gelang.</translation>
    </message>
    <message>
        <source>Wait for rollout status behind it, with the revision compared.</source>
        <translation>Danach auf rollout status warten und die Revision vergleichen.</translation>
    </message>
    <message>
        <source>apply and set image make two revisions a release: undo goes back to the one between.</source>
        <translation>apply und set image erzeugen zwei Revisionen je Release: undo kehrt zu der dazwischen zurück.</translation>
    </message>
    <message>
        <source>Put the image into what is applied.</source>
        <translation>Das Image in das schreiben, was angewendet wird.</translation>
    </message>
    <message>
        <source>This undoes no migration: it throws away what is in the database.</source>
        <translation>Das nimmt keine Migration zurück: Es wirft weg, was in der Datenbank ist.</translation>
    </message>
    <message>
        <source>No tag starts this workflow: the condition never holds.</source>
        <translation>Kein Git-Tag startet diesen Workflow: Die Bedingung trifft nie zu.</translation>
    </message>
    <message>
        <source>Add tags: to on.push, or release by the branch.</source>
        <translation>Bei on.push tags: hinzufügen oder über den Branch veröffentlichen.</translation>
    </message>
    <message>
        <source>The history does not say what each revision is.</source>
        <translation>Der Verlauf sagt nicht, was jede Revision ist.</translation>
    </message>
    <message>
        <source>Annotate the Deployment with kubernetes.io/change-cause at each release.</source>
        <translation>Das Deployment bei jedem Release mit kubernetes.io/change-cause annotieren.</translation>
    </message>
    <message>
        <source>Right after an undo the deadline that had passed is still told: this fails though the undo works.</source>
        <translation>Direkt nach einem undo wird noch die abgelaufene Frist gemeldet: Dies schlägt fehl, obwohl undo gelingt.</translation>
    </message>
    <message>
        <source>Ask until it holds: until kubectl rollout status …; do sleep 5; done.</source>
        <translation>Fragen, bis es zutrifft: until kubectl rollout status …; do sleep 5; done.</translation>
    </message>
    <message>
        <source>Requests that are still open at the old colour are cut off.</source>
        <translation>Bei der alten Farbe noch offene Anfragen werden abgeschnitten.</translation>
    </message>
    <message>
        <source>Wait between the switch and the scaling down, longer than a request lasts.</source>
        <translation>Zwischen Umschaltung und Herunterskalieren länger warten, als eine Anfrage dauert.</translation>
    </message>
</context>
<context>
    <name>LintWords</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>%n hints</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: not checked, because it has not come yet.</source>
        <translation>%1: nicht geprüft, weil noch nichts davon eingetroffen ist.</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster does not let it be seen.</source>
        <translation>%1: nicht geprüft, weil der Cluster keinen Einblick gewährt.</translation>
    </message>
    <message>
        <source>%1: not checked, because what is known of it is old.</source>
        <translation>%1: nicht geprüft, weil das Bekannte veraltet ist.</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster knows no such kind.</source>
        <translation>%1: nicht geprüft, weil der Cluster diese Art nicht kennt.</translation>
    </message>
    <message>
        <source>%1: not checked, because the cluster was not asked for it.</source>
        <translation>%1: nicht geprüft, weil der Cluster nicht danach gefragt wurde.</translation>
    </message>
    <message>
        <source>Namespace %1: not checked, because another one is watched.</source>
        <translation>Namespace %1: nicht geprüft, weil ein anderer beobachtet wird.</translation>
    </message>
    <message>
        <source>What the manifests describe: not checked, because kustomize changes the names.</source>
        <translation>Was die Manifeste beschreiben: nicht geprüft, weil kustomize die Namen ändert.</translation>
    </message>
    <message>
        <source>Images, replicas and amounts: not checked, because kustomize changes them.</source>
        <translation>Images, Replikate und Mengen: nicht geprüft, weil kustomize sie ändert.</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>%1 The server says: %2</source>
        <translation>%1 Der Server meldet: %2</translation>
    </message>
    <message>
        <source>%1 has ended; its next run is waited for.</source>
        <translation>%1 ist beendet; der nächste Lauf wird abgewartet.</translation>
    </message>
    <message>
        <source>%1 has not begun yet.</source>
        <translation>%1 hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The connection to the log of %1 broke; reconnecting…</source>
        <translation>Die Verbindung zum Protokoll von %1 brach ab; sie wird neu aufgebaut …</translation>
    </message>
    <message>
        <source>There is no log of %1.</source>
        <translation>Von %1 gibt es kein Protokoll.</translation>
    </message>
    <message>
        <source>%1 has had no run before this one.</source>
        <translation>%1 hatte vor diesem keinen Lauf.</translation>
    </message>
    <message>
        <source>You are not allowed to read the log of %1.</source>
        <translation>Das Protokoll von %1 zu lesen, ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 is gone; these are its last lines.</source>
        <translation>%1 gibt es nicht mehr; dies sind die letzten Zeilen.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation>Responses (OpenAI)</translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation>Chat Completions (kompatible Server)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>ein Wort</translation>
    </message>
    <message>
        <source>a JSON object or array</source>
        <translation>ein JSON-Objekt oder -Array</translation>
    </message>
    <message>
        <source>The provider goes on when the connection breaks; the run can be resumed.</source>
        <translation>Der Anbieter arbeitet weiter, wenn die Verbindung abbricht; der Lauf kann wiederaufgenommen werden.</translation>
    </message>
    <message>
        <source>Further data to be sent with the answer.</source>
        <translation>Weitere Daten, die mit der Antwort gesendet werden sollen.</translation>
    </message>
    <message>
        <source>The most tokens an answer may have; thinking counts.</source>
        <translation>Wie viele Token eine Antwort höchstens haben darf; Denken zählt mit.</translation>
    </message>
    <message>
        <source>The most calls of built-in tools in one answer.</source>
        <translation>Wie oft eingebaute Werkzeuge in einer Antwort höchstens aufgerufen werden.</translation>
    </message>
    <message>
        <source>Up to 16 words kept with the answer at the provider.</source>
        <translation>Bis zu 16 Wörter, die beim Anbieter mit der Antwort aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Whether several tools may be called at once.</source>
        <translation>Ob mehrere Werkzeuge gleichzeitig aufgerufen werden dürfen.</translation>
    </message>
    <message>
        <source>Groups similar requests, so that more of them come from the cache.</source>
        <translation>Fasst ähnliche Anfragen zusammen, damit mehr davon aus dem Cache kommt.</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers.</source>
        <translation>Wie lange das Modell vor der Antwort nachdenkt.</translation>
    </message>
    <message>
        <source>Whether a summary of the thinking is sent.</source>
        <translation>Ob eine Zusammenfassung des Denkens gesendet wird.</translation>
    </message>
    <message>
        <source>A stable word for the end user, without personal data.</source>
        <translation>Ein gleichbleibendes Wort für den Endnutzer, ohne persönliche Daten.</translation>
    </message>
    <message>
        <source>How fast and at which price the request is served.</source>
        <translation>Wie schnell und zu welchem Preis die Anfrage bedient wird.</translation>
    </message>
    <message>
        <source>Whether the provider keeps the answer.</source>
        <translation>Ob der Anbieter die Antwort aufbewahrt.</translation>
    </message>
    <message>
        <source>Higher is more varied, lower more alike each time.</source>
        <translation>Höher heißt vielfältiger, niedriger gleichförmiger.</translation>
    </message>
    <message>
        <source>How wordy the answer is.</source>
        <translation>Wie ausführlich die Antwort ist.</translation>
    </message>
    <message>
        <source>Whether the model may or must call a tool.</source>
        <translation>Ob das Modell ein Werkzeug aufrufen darf oder muss.</translation>
    </message>
    <message>
        <source>How many likely words to tell at each place.</source>
        <translation>Wie viele wahrscheinliche Wörter an jeder Stelle genannt werden.</translation>
    </message>
    <message>
        <source>Only the likeliest words up to this share are considered.</source>
        <translation>Nur die wahrscheinlichsten Wörter bis zu diesem Anteil werden berücksichtigt.</translation>
    </message>
</context>
<context>
    <name>PostureRows</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>no: %1 (%2)</source>
        <translation>nein: %1 (%2)</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>moving tag</source>
        <translation>wanderndes Tag</translation>
    </message>
    <message>
        <source>by image</source>
        <translation>je nach Image</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>by account</source>
        <translation>je nach ServiceAccount</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>eingehängt</translation>
    </message>
    <message>
        <source>some</source>
        <translation>teils</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>in, out</source>
        <translation>eingehend, ausgehend</translation>
    </message>
    <message>
        <source>in</source>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>out</source>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>readiness, liveness</source>
        <translation>Readiness, Liveness</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>liveness</source>
        <translation>Liveness</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>requests, limits</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>that a namespace enforces</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Namespace “%1” enforces %2, audits %3 and warns of %4.</source>
        <translation>Der Namespace „%1“ setzt %2 durch, auditiert %3 und warnt bei %4.</translation>
    </message>
    <message>
        <source>What the namespace enforces is not known: namespaces may not be seen.</source>
        <translation>Was der Namespace durchsetzt, ist nicht bekannt: Namespaces dürfen nicht eingesehen werden.</translation>
    </message>
    <message>
        <source>Network policies may not be seen.</source>
        <translation>Netzwerkrichtlinien dürfen nicht eingesehen werden.</translation>
    </message>
    <message>
        <source>Disruption budgets may not be seen.</source>
        <translation>Unterbrechungsbudgets dürfen nicht eingesehen werden.</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>There is a provider of this name already.</source>
        <translation>Einen Anbieter dieses Namens gibt es bereits.</translation>
    </message>
    <message>
        <source>This name belongs to the rehearsal model.</source>
        <translation>Dieser Name gehört dem Probemodell.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, “-”, “_” and “.”, at most 64 of them.</source>
        <translation>Kleinbuchstaben, Ziffern, „-“, „_“ und „.“ verwenden, höchstens 64 davon.</translation>
    </message>
    <message>
        <source>The address begins with https:// (or http:// on this computer).</source>
        <translation>Die Adresse beginnt mit https:// (oder http:// auf diesem Rechner).</translation>
    </message>
    <message>
        <source>The address must not hold “?” or “#”.</source>
        <translation>Die Adresse darf weder „?“ noch „#“ enthalten.</translation>
    </message>
    <message>
        <source>Leave user name and password out; the key has its own field.</source>
        <translation>Benutzername und Passwort weglassen; der Schlüssel hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>There is no valid host name in the address.</source>
        <translation>Die Adresse enthält keinen gültigen Hostnamen.</translation>
    </message>
    <message>
        <source>Leave out the last part: the address usually ends with /v1.</source>
        <translation>Den letzten Teil weglassen: Die Adresse endet meist mit /v1.</translation>
    </message>
    <message>
        <source>With http:// the key travels unencrypted and can be read on the way. Use https:// where you can.</source>
        <translation>Mit http:// wird der Schlüssel unverschlüsselt übertragen und kann unterwegs gelesen werden. Nach Möglichkeit https:// verwenden.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Chat Completions</source>
        <translation>Chat Completions</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation>Angefragtes Modell</translation>
    </message>
    <message>
        <source>Model answered</source>
        <translation>Antwortendes Modell</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Provider&apos;s code</source>
        <translation>Code des Anbieters</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Last token</source>
        <translation>Letztes Token</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Tokens (estimated)</source>
        <translation>Token (geschätzt)</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>… of these cached</source>
        <translation>… davon aus dem Cache</translation>
    </message>
    <message>
        <source>… written to the cache</source>
        <translation>… in den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>… of these reasoning</source>
        <translation>… davon Denken</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Response ID</source>
        <translation>Antwort-ID</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Lauf-ID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>RunExport</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Tool call “%1”</source>
        <translation>Werkzeugaufruf „%1“</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Reasoning summary</source>
        <translation>Zusammenfassung des Denkens</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
</context>
<context>
    <name>SchemaSentences</name>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not allowed</source>
        <translation>%1 ist nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 should be: %2</source>
        <translation>%1 sollte sein: %2</translation>
    </message>
    <message>
        <source>%1 should be one of: %2</source>
        <translation>%1 sollte eines davon sein: %2</translation>
    </message>
    <message>
        <source>%1 fits none of the alternatives</source>
        <translation>%1 passt zu keiner der Alternativen</translation>
    </message>
    <message>
        <source>So far valid JSON</source>
        <translation>Bisher gültiges JSON</translation>
    </message>
    <message>
        <source>This is not JSON</source>
        <translation>Dies ist kein JSON</translation>
    </message>
    <message>
        <source>Matches the schema</source>
        <translation>Entspricht dem Schema</translation>
    </message>
    <message>
        <source>Does not match the schema: %1</source>
        <translation>Entspricht nicht dem Schema: %1</translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Remove “%1” from this list? Nothing in the cluster changes.</source>
        <translation>„%1“ aus dieser Liste entfernen? Im Cluster ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leave It</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>To sign in at %1, the kubeconfig wants to run a program on this computer. Allow it only if you trust the kubeconfig.</source>
        <translation>Zur Anmeldung bei %1 will die kubeconfig ein Programm auf diesem Rechner ausführen. Nur erlauben, wenn die kubeconfig vertrauenswürdig ist.</translation>
    </message>
    <message>
        <source>Run It Now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Always Allow</source>
        <translation>Immer erlauben</translation>
    </message>
    <message>
        <source>Do Not Run</source>
        <translation>Nicht ausführen</translation>
    </message>
    <message>
        <source>Change the Environment…</source>
        <translation>Umgebung ändern …</translation>
    </message>
    <message>
        <source>Read It Again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Connect Again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Not everything may be seen here: %1</source>
        <translation>Hier darf nicht alles angesehen werden: %1</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Datenverkehr</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a number of requests a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <comment>of processors</comment>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>late: %1 old</source>
        <translation>verzögert: %1 alt</translation>
    </message>
    <message>
        <source>out of date: %1 old</source>
        <translation>veraltet: %1 alt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>of its limits</source>
        <translation>von den Grenzen</translation>
    </message>
    <message>
        <source>of what it requests</source>
        <translation>vom Angeforderten</translation>
    </message>
    <message>
        <source>in use; no limits are known</source>
        <translation>in Gebrauch; keine Grenzen bekannt</translation>
    </message>
    <message>
        <source>in use by metrics.k8s.io, since it is watched</source>
        <translation>in Gebrauch laut metrics.k8s.io, seit Beginn der Beobachtung</translation>
    </message>
    <message>
        <source>measured by aiagent-server</source>
        <translation>gemessen von aiagent-server</translation>
    </message>
    <message>
        <source>measured by ingress-nginx</source>
        <translation>gemessen von ingress-nginx</translation>
    </message>
    <message>
        <source>measured by Istio</source>
        <translation>gemessen von Istio</translation>
    </message>
    <message>
        <source>%1 where %2 to %3 are usual, since %4</source>
        <translation>%1, wo %2 bis %3 üblich sind, seit %4</translation>
    </message>
    <message>
        <source>%1 where %2 to %3 are usual, from %4 to %5</source>
        <translation>%1, wo %2 bis %3 üblich sind, von %4 bis %5</translation>
    </message>
    <message>
        <source>Usual at this hour of the week, from %1 of history</source>
        <translation>Üblich zu dieser Stunde der Woche (Verlauf: %1)</translation>
    </message>
    <message>
        <source>Usual at this hour of the day, from %1 of history</source>
        <translation>Üblich zu dieser Stunde des Tages (Verlauf: %1)</translation>
    </message>
    <message>
        <source>There is no history yet to tell what is usual.</source>
        <translation>Es gibt noch keinen Verlauf, der zeigt, was üblich ist.</translation>
    </message>
    <message>
        <source>Not enough history to tell what is usual: it takes three days of each hour, and there are %1.</source>
        <translation>Zu wenig Verlauf, um zu sagen, was üblich ist: Nötig sind drei Tage für jede Stunde, vorhanden sind %1.</translation>
    </message>
    <message>
        <source>overspent</source>
        <translation>überzogen</translation>
    </message>
    <message>
        <source>Nothing is known of what failed in %1 (%2 must not).</source>
        <translation>Zeitraum %1: Was fehlgeschlagen ist, ist nicht bekannt (%2 dürfen nicht).</translation>
    </message>
    <message>
        <source>Of what may fail in %1 (%2 must not), %3 are left.</source>
        <translation>Zeitraum %1: Von dem, was fehlschlagen darf (%2 dürfen nicht), sind %3 übrig.</translation>
    </message>
    <message>
        <source>More failed in %1 than may (%2 must not): %3 of that.</source>
        <translation>Zeitraum %1: Es ist mehr fehlgeschlagen als erlaubt (%2 dürfen nicht): %3 davon.</translation>
    </message>
    <message>
        <source>Measured for %1; the rest counts as being like it.</source>
        <translation>Gemessen wurde %1 lang; der Rest zählt, als wäre er ebenso.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>two lengths of time</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2 and %3 times as fast as the budget allows (both above %4 wake somebody)</source>
        <translation>%1: %2- und %3-mal so schnell, wie das Budget erlaubt (beide über %4 wecken jemanden)</translation>
    </message>
    <message>
        <source>%1: %2 and %3 times as fast as the budget allows (both above %4 need looking into)</source>
        <translation>%1: %2- und %3-mal so schnell, wie das Budget erlaubt (beide über %4 sind zu untersuchen)</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Lesend</translation>
    </message>
    <message>
        <source>Edits everything and looks after the members.</source>
        <translation>Bearbeitet alles und verwaltet die Mitglieder.</translation>
    </message>
    <message>
        <source>Edits everything.</source>
        <translation>Bearbeitet alles.</translation>
    </message>
    <message>
        <source>Looks at everything and changes nothing.</source>
        <translation>Sieht alles und ändert nichts.</translation>
    </message>
    <message>
        <source>no connection to the server</source>
        <translation>keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>der Server antwortet nicht</translation>
    </message>
    <message>
        <source>the connection was interrupted</source>
        <translation>die Verbindung wurde unterbrochen</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>dem Zertifikat des Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>the proxy wants a user name and password</source>
        <translation>der Proxy verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>what answers is not the server</source>
        <translation>was antwortet, ist nicht der Server</translation>
    </message>
    <message>
        <source>the server asks to wait</source>
        <translation>der Server bittet zu warten</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>der Server ist ausgelastet</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the profile folder cannot be written</source>
        <translation>der Profilordner ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>the server does not understand this program</source>
        <translation>der Server versteht dieses Programm nicht</translation>
    </message>
    <message>
        <source>this computer&apos;s disk takes nothing</source>
        <translation>der Datenträger dieses Rechners nimmt nichts an</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Lost by the server</source>
        <translation>Vom Server verloren</translation>
    </message>
    <message>
        <source>You and somebody else changed the same words.</source>
        <translation>Sie und jemand anderes haben dieselben Wörter geändert.</translation>
    </message>
    <message>
        <source>Somebody else deleted this agent while you were editing it. Your text is kept here.</source>
        <translation>Jemand hat diesen Agenten gelöscht, während Sie ihn bearbeitet haben. Ihr Text ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>You deleted this agent while somebody else was editing it, so it was kept.</source>
        <translation>Sie haben diesen Agenten gelöscht, während ihn jemand bearbeitet hat, deshalb wurde er behalten.</translation>
    </message>
    <message>
        <source>Your role does not allow changes in this workspace, so the server did not take this one. Your text is kept here.</source>
        <translation>Die eigene Rolle erlaubt in diesem Arbeitsbereich keine Änderungen, deshalb hat der Server diese nicht angenommen. Der Text ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Another record has this name already, so the server did not take the change.</source>
        <translation>Ein anderer Eintrag hat diesen Namen schon, deshalb hat der Server die Änderung nicht angenommen.</translation>
    </message>
    <message>
        <source>The server found a value that it cannot keep. Correct the agent and save it again.</source>
        <translation>Der Server hat einen Wert gefunden, den er nicht aufbewahren kann. Den Agenten berichtigen und neu speichern.</translation>
    </message>
    <message>
        <source>This agent is larger than the server takes. Shorten it and save it again.</source>
        <translation>Dieser Agent ist größer, als der Server annimmt. Ihn kürzen und neu speichern.</translation>
    </message>
    <message>
        <source>Others changed this agent again and again while your change was on its way. Save it again to send it once more.</source>
        <translation>Andere haben diesen Agenten immer wieder geändert, während Ihre Änderung unterwegs war. Neu speichern, um sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The server was set back to an older state and lost this. It is still here.</source>
        <translation>Der Server wurde auf einen älteren Stand zurückgesetzt und hat das verloren. Hier ist es noch da.</translation>
    </message>
    <message>
        <source>The workspace has reached its limit at the server.</source>
        <translation>Der Arbeitsbereich hat seine Grenze beim Server erreicht.</translation>
    </message>
    <message>
        <source>A knowledge file of this agent is not at the server.</source>
        <translation>Eine Wissensdatei dieses Agenten ist nicht beim Server.</translation>
    </message>
    <message>
        <source>What you changed met another change.</source>
        <translation>Ihre Änderung traf auf eine andere.</translation>
    </message>
    <message>
        <source>This text had no place any more and is kept here.</source>
        <translation>Dieser Text hatte keinen Platz mehr und ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>The server did not take this change. Your text is kept here.</source>
        <translation>Der Server hat diese Änderung nicht angenommen. Ihr Text ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>The server does not have this any more. It is still here.</source>
        <translation>Der Server hat das nicht mehr. Hier ist es noch da.</translation>
    </message>
    <message>
        <source>Signed a device in: %1</source>
        <translation>Ein Gerät angemeldet: %1</translation>
    </message>
    <message>
        <source>Signed a device out: %1</source>
        <translation>Ein Gerät abgemeldet: %1</translation>
    </message>
    <message>
        <source>A sign-in was used from two places and ended: %1</source>
        <translation>Eine Anmeldung wurde an zwei Stellen verwendet und beendet: %1</translation>
    </message>
    <message>
        <source>Invited %1</source>
        <translation>%1 eingeladen</translation>
    </message>
    <message>
        <source>Withdrew the invitation of %1</source>
        <translation>Die Einladung von %1 zurückgezogen</translation>
    </message>
    <message>
        <source>Left the workspace: %1</source>
        <translation>Hat den Arbeitsbereich verlassen: %1</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Let %1 in again</source>
        <translation>%1 wieder eingelassen</translation>
    </message>
    <message>
        <source>Changed the role of %1</source>
        <translation>Die Rolle von %1 geändert</translation>
    </message>
    <message>
        <source>Suspended %1</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>Made an access token: %1</source>
        <translation>Ein Zugriffstoken gemacht: %1</translation>
    </message>
    <message>
        <source>Made the workspace %1</source>
        <translation>Den Arbeitsbereich %1 angelegt</translation>
    </message>
    <message>
        <source>Renamed the workspace to %1</source>
        <translation>Den Arbeitsbereich in %1 umbenannt</translation>
    </message>
    <message>
        <source>the server does not answer as it should</source>
        <translation>der Server antwortet nicht, wie er soll</translation>
    </message>
    <message>
        <source>Changed the monthly budget of %1</source>
        <translation>Monatsbudget von %1 geändert</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>%1 (personal)</source>
        <translation>%1 (persönlich)</translation>
    </message>
</context>
<context>
    <name>TableTopics</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>Sicherheitslage</translation>
    </message>
    <message>
        <source>Host or name</source>
        <translation>Host oder Name</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Counts by</source>
        <translation>Gilt durch</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>A run takes</source>
        <translation>Dauer eines Laufs</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beweis</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>Image by</source>
        <translation>Image per</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Root</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests, limits</source>
        <translation>Anforderungen, Grenzen</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Probes</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>TranscriptMessages</name>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Thoughts, summarised</source>
        <translation>Gedanken, zusammengefasst</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>Result of the tool</source>
        <translation>Ergebnis des Werkzeugs</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>VerdictLook</name>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>The rollout was aborted</source>
        <translation>Das Rollout wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing tells how old it is</source>
        <translation>Nichts sagt, wie alt es ist</translation>
    </message>
    <message>
        <source>Everything is well</source>
        <translation>Alles ist in Ordnung</translation>
    </message>
    <message>
        <source>Scaled as far as it may</source>
        <translation>So weit skaliert wie erlaubt</translation>
    </message>
    <message>
        <source>All that is wanted is available</source>
        <translation>Alles Gewünschte ist verfügbar</translation>
    </message>
    <message>
        <source>New pods become available</source>
        <translation>Neue Pods werden verfügbar</translation>
    </message>
    <message>
        <source>Fewer pods are healthy than wanted</source>
        <translation>Weniger Pods sind gesund als gewünscht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended well</source>
        <translation>Erfolgreich beendet</translation>
    </message>
    <message>
        <source>A vertical autoscaler changes the same resource</source>
        <translation>Ein vertikaler Autoscaler ändert dieselbe Ressource</translation>
    </message>
    <message>
        <source>Takes no new pods</source>
        <translation>Nimmt keine neuen Pods an</translation>
    </message>
    <message>
        <source>Crashes again and again</source>
        <translation>Stürzt immer wieder ab</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>The deadline that passed is of an earlier change</source>
        <translation>Die verstrichene Frist gehört zu einer früheren Änderung</translation>
    </message>
    <message>
        <source>Is being deleted</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>A disruption is allowed</source>
        <translation>Eine Unterbrechung ist erlaubt</translation>
    </message>
    <message>
        <source>Enough is left</source>
        <translation>Es ist genug übrig</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>The certificate expires soon</source>
        <translation>Das Zertifikat läuft bald ab</translation>
    </message>
    <message>
        <source>The certificate expires in days</source>
        <translation>Das Zertifikat läuft in wenigen Tagen ab</translation>
    </message>
    <message>
        <source>Nothing tells how long it holds</source>
        <translation>Nichts sagt, wie lange es gilt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Is about to be done</source>
        <translation>Ist gleich fertig</translation>
    </message>
    <message>
        <source>Its last success is recent enough</source>
        <translation>Der letzte Erfolg liegt kurz genug zurück</translation>
    </message>
    <message>
        <source>The quota is used up</source>
        <translation>Das Kontingent ist aufgebraucht</translation>
    </message>
    <message>
        <source>The certificate cannot be issued</source>
        <translation>Das Zertifikat kann nicht ausgestellt werden</translation>
    </message>
    <message>
        <source>The certificate is being issued</source>
        <translation>Das Zertifikat wird ausgestellt</translation>
    </message>
    <message>
        <source>This is its last try</source>
        <translation>Dies ist der letzte Versuch</translation>
    </message>
    <message>
        <source>What the server says of it cannot be read</source>
        <translation>Was der Server dazu sagt, ist nicht lesbar</translation>
    </message>
    <message>
        <source>The quota is nearly used up</source>
        <translation>Das Kontingent ist fast aufgebraucht</translation>
    </message>
    <message>
        <source>It has never succeeded</source>
        <translation>War noch nie erfolgreich</translation>
    </message>
    <message>
        <source>The new pods fail</source>
        <translation>Die neuen Pods schlagen fehl</translation>
    </message>
    <message>
        <source>Its controller says nothing of it</source>
        <translation>Der Controller sagt nichts dazu</translation>
    </message>
    <message>
        <source>No disruption is allowed now</source>
        <translation>Zurzeit ist keine Unterbrechung erlaubt</translation>
    </message>
    <message>
        <source>No node wants it</source>
        <translation>Kein Node verlangt danach</translation>
    </message>
    <message>
        <source>It covers no pods</source>
        <translation>Erfasst keine Pods</translation>
    </message>
    <message>
        <source>Its node does not answer</source>
        <translation>Der zugehörige Node antwortet nicht</translation>
    </message>
    <message>
        <source>The node does not answer</source>
        <translation>Der Node antwortet nicht</translation>
    </message>
    <message>
        <source>Not everything that counts can be seen</source>
        <translation>Nicht alles, was zählt, ist zu sehen</translation>
    </message>
    <message>
        <source>The controller has not seen the last change yet</source>
        <translation>Der Controller hat die letzte Änderung noch nicht gesehen</translation>
    </message>
    <message>
        <source>The figures cannot be read</source>
        <translation>Die Zahlen sind nicht lesbar</translation>
    </message>
    <message>
        <source>Is not ready</source>
        <translation>Ist nicht bereit</translation>
    </message>
    <message>
        <source>It has not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>Nothing of it is available</source>
        <translation>Nichts davon ist verfügbar</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>There is nothing here that could be judged</source>
        <translation>Hier gibt es nichts zu beurteilen</translation>
    </message>
    <message>
        <source>Ended for want of memory (OOMKilled)</source>
        <translation>Wegen Speichermangels beendet (OOMKilled)</translation>
    </message>
    <message>
        <source>Is paused</source>
        <translation>Ist pausiert</translation>
    </message>
    <message>
        <source>Is paused, and not enough of it is available</source>
        <translation>Ist pausiert, und es ist nicht genug davon verfügbar</translation>
    </message>
    <message>
        <source>Its phase is not known</source>
        <translation>Die Phase ist nicht bekannt</translation>
    </message>
    <message>
        <source>Pods of it fail</source>
        <translation>Pods davon schlagen fehl</translation>
    </message>
    <message>
        <source>The rollout made no progress before its deadline</source>
        <translation>Das Rollout machte vor Ablauf der Frist keinen Fortschritt</translation>
    </message>
    <message>
        <source>Is ready</source>
        <translation>Ist bereit</translation>
    </message>
    <message>
        <source>Old pods are being removed</source>
        <translation>Alte Pods werden entfernt</translation>
    </message>
    <message>
        <source>The certificate should be renewed by now</source>
        <translation>Das Zertifikat sollte schon erneuert sein</translation>
    </message>
    <message>
        <source>The certificate is being renewed</source>
        <translation>Das Zertifikat wird erneuert</translation>
    </message>
    <message>
        <source>Pods cannot be made</source>
        <translation>Pods können nicht angelegt werden</translation>
    </message>
    <message>
        <source>Ended with a fault and was started again</source>
        <translation>Mit einem Fehler beendet und neu gestartet</translation>
    </message>
    <message>
        <source>Failed, and is tried again</source>
        <translation>Fehlgeschlagen, wird erneut versucht</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scaled as wanted</source>
        <translation>Wie gewünscht skaliert</translation>
    </message>
    <message>
        <source>Scaled to nothing, as it was asked for</source>
        <translation>Wie verlangt auf null skaliert</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Wird skaliert</translation>
    </message>
    <message>
        <source>Fewer pods are wanted</source>
        <translation>Weniger Pods sind gewünscht</translation>
    </message>
    <message>
        <source>More pods are being added</source>
        <translation>Weitere Pods kommen hinzu</translation>
    </message>
    <message>
        <source>Its schedule cannot be read</source>
        <translation>Der Zeitplan ist nicht lesbar</translation>
    </message>
    <message>
        <source>Waits to be released for scheduling</source>
        <translation>Wartet auf die Freigabe zum Scheduling</translation>
    </message>
    <message>
        <source>Takes long to become ready</source>
        <translation>Braucht lange, um bereit zu werden</translation>
    </message>
    <message>
        <source>Has just finished, and is watched for a while</source>
        <translation>Gerade fertig geworden, wird noch eine Weile beobachtet</translation>
    </message>
    <message>
        <source>Its last success is too long ago</source>
        <translation>Der letzte Erfolg liegt zu lange zurück</translation>
    </message>
    <message>
        <source>Its next success is late</source>
        <translation>Der nächste Erfolg ist überfällig</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Should have ended by now</source>
        <translation>Sollte schon beendet sein</translation>
    </message>
    <message>
        <source>Is suspended</source>
        <translation>Ist ausgesetzt</translation>
    </message>
    <message>
        <source>Is ending</source>
        <translation>Endet gerade</translation>
    </message>
    <message>
        <source>Two autoscalers pull at the same thing</source>
        <translation>Zwei Autoscaler steuern dasselbe</translation>
    </message>
    <message>
        <source>Not enough of it is available</source>
        <translation>Nicht genug davon ist verfügbar</translation>
    </message>
    <message>
        <source>No node can take it</source>
        <translation>Kein Node kann ihn aufnehmen</translation>
    </message>
    <message>
        <source>Is being updated</source>
        <translation>Wird aktualisiert</translation>
    </message>
    <message>
        <source>The certificate holds</source>
        <translation>Das Zertifikat ist gültig</translation>
    </message>
    <message>
        <source>The worst of what is in it</source>
        <translation>Das Schlechteste von dem, was darin ist</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Im Gang</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>lagging</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>polled</source>
        <translation>abgefragt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Noch ist nichts gekommen.</translation>
    </message>
    <message>
        <source>The cluster tells each change as it happens.</source>
        <translation>Der Cluster meldet jede Änderung sofort.</translation>
    </message>
    <message>
        <source>The stream of changes is being opened anew; this may lag by some seconds.</source>
        <translation>Der Strom der Änderungen wird neu geöffnet; dies liegt vielleicht einige Sekunden zurück.</translation>
    </message>
    <message>
        <source>The cluster does not answer: this is how it was.</source>
        <translation>Der Cluster antwortet nicht: So war es zuletzt.</translation>
    </message>
    <message>
        <source>Watching is not allowed, so it is asked for now and then.</source>
        <translation>Beobachten ist nicht erlaubt, deshalb wird ab und zu abgefragt.</translation>
    </message>
    <message>
        <source>You are not allowed to see this.</source>
        <translation>Dies zu sehen, ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>This cluster has no such kind of objects.</source>
        <translation>Dieser Cluster kennt diese Art von Objekten nicht.</translation>
    </message>
    <message>
        <source>Not everything is known as it is now</source>
        <translation>Nicht von allem ist bekannt, wie es jetzt ist</translation>
    </message>
    <message>
        <source>The last archiving of the database failed</source>
        <translation>Die letzte Archivierung der Datenbank ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The database is archived</source>
        <translation>Die Datenbank wird archiviert</translation>
    </message>
    <message>
        <source>The database is not archived</source>
        <translation>Die Datenbank wird nicht archiviert</translation>
    </message>
    <message>
        <source>The last restore of a backup failed</source>
        <translation>Die letzte Wiederherstellung einer Sicherung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>A backup was restored lately</source>
        <translation>Kürzlich wurde eine Sicherung wiederhergestellt</translation>
    </message>
    <message>
        <source>No restore of a backup was ever written down</source>
        <translation>Noch nie wurde die Wiederherstellung einer Sicherung vermerkt</translation>
    </message>
    <message>
        <source>The last restore drill is too long ago</source>
        <translation>Die letzte Wiederherstellungsübung liegt zu lange zurück</translation>
    </message>
    <message>
        <source>Not even the baseline standard would take it</source>
        <translation>Nicht einmal der Standard baseline würde es zulassen</translation>
    </message>
    <message>
        <source>The restricted standard would not take it</source>
        <translation>Der Standard restricted würde es nicht zulassen</translation>
    </message>
    <message>
        <source>Another image can be put behind its tag</source>
        <translation>Hinter das Tag lässt sich ein anderes Image setzen</translation>
    </message>
    <message>
        <source>It asks for no cpu or memory</source>
        <translation>Fordert CPU oder Speicher nicht an</translation>
    </message>
    <message>
        <source>Its memory has no limit</source>
        <translation>Der Speicher hat keine Grenze</translation>
    </message>
    <message>
        <source>Nothing tells when it can serve</source>
        <translation>Nichts sagt, wann Anfragen bedient werden können</translation>
    </message>
    <message>
        <source>Everybody may reach it</source>
        <translation>Ist für alle erreichbar</translation>
    </message>
    <message>
        <source>A drain may take all of it at once</source>
        <translation>Das Räumen von Nodes kann alles davon auf einmal beenden</translation>
    </message>
    <message>
        <source>Kept from harm as far as can be seen</source>
        <translation>Soweit zu sehen, vor Schaden geschützt</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>Noch hat niemand nachgesehen</translation>
    </message>
    <message>
        <source>The host does not answer</source>
        <translation>Der Host antwortet nicht</translation>
    </message>
    <message>
        <source>The host shows no certificate</source>
        <translation>Der Host zeigt kein Zertifikat</translation>
    </message>
    <message>
        <source>The certificate is for other names</source>
        <translation>Das Zertifikat gilt für andere Namen</translation>
    </message>
    <message>
        <source>The certificate vouches for itself</source>
        <translation>Das Zertifikat bürgt nur für sich selbst</translation>
    </message>
    <message>
        <source>Nobody who is trusted vouches for the certificate</source>
        <translation>Niemand, dem vertraut wird, bürgt für das Zertifikat</translation>
    </message>
    <message>
        <source>The certificate was revoked</source>
        <translation>Das Zertifikat wurde widerrufen</translation>
    </message>
    <message>
        <source>The certificate does not hold yet</source>
        <translation>Das Zertifikat ist noch nicht gültig</translation>
    </message>
    <message>
        <source>Browsers refuse the certificate</source>
        <translation>Browser lehnen das Zertifikat ab</translation>
    </message>
</context>
<context>
    <name>aiagent::desktop::Desktop</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Sorts incoming tickets by urgency</source>
        <translation>Ordnet eingehende Tickets nach Dringlichkeit</translation>
    </message>
    <message>
        <source>You sort support tickets for the team {{team}}.

Answer with one word for the urgency (urgent, soon, later), and a reason of at most twelve words.</source>
        <translation>Du ordnest Support-Tickets für das Team {{team}}.

Antworte mit einem Wort für die Dringlichkeit (dringend, bald, später) und einer Begründung von höchstens zwölf Wörtern.</translation>
    </message>
    <message>
        <source>The printer is on fire</source>
        <translation>Der Drucker brennt</translation>
    </message>
    <message>
        <source>Where do I find my invoice?</source>
        <translation>Wo finde ich meine Rechnung?</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>&amp;Import agents…</source>
        <translation>Agenten &amp;importieren …</translation>
    </message>
    <message>
        <source>A generation that waited for a network is ready to be reviewed under Generate.</source>
        <translation>Eine Erzeugung, die auf ein Netzwerk gewartet hat, liegt unter „Erzeugen“ zur Durchsicht bereit.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The database was damaged. %1 records were carried over into a new one, %2 are lost; the damaged file is kept at %3.</source>
        <translation>Die Datenbank war beschädigt. %1 Datensätze wurden in eine neue übernommen, %2 sind verloren; die beschädigte Datei liegt unter %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>%n in der Warteschlange</numerusform>
            <numerusform>%n in der Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>1 run is going on. It is stopped when you go to another workspace; what has arrived is kept.</source>
        <translation>1 Lauf ist im Gang. Er wird beim Wechsel des Arbeitsbereichs angehalten; was angekommen ist, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are going on. They are stopped when you go to another workspace; what has arrived is kept.</source>
        <translation>
            <numerusform>%n Lauf ist im Gang. Er wird beim Wechsel des Arbeitsbereichs angehalten; was angekommen ist, bleibt.</numerusform>
            <numerusform>%n Läufe sind im Gang. Sie werden beim Wechsel des Arbeitsbereichs angehalten; was angekommen ist, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and Switch</source>
        <translation>Anhalten und wechseln</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Check a deployment&apos;s &amp;files…</source>
        <translation>&amp;Dateien eines Deployments prüfen …</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>AI Agent Generator %1</source>
        <translation>AI Agent Generator %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ActionPane</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do It</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>The environment is read-only: arm it first.</source>
        <translation>Die Umgebung ist schreibgeschützt: Zuerst scharf schalten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The end of this act could not be written to the audit log: %1</source>
        <translation>Das Ende dieser Aktion konnte nicht ins Audit-Protokoll geschrieben werden: %1</translation>
    </message>
    <message>
        <source>It was tried on the server without effect. To do it, arm the environment.</source>
        <translation>Auf dem Server ohne Wirkung probiert. Zum Ausführen die Umgebung scharf schalten.</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>Scharf schalten …</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Ausgeführt.</translation>
    </message>
    <message>
        <source>It is done. What it led to: %1</source>
        <translation>Ausgeführt. Was daraus wurde: %1</translation>
    </message>
    <message>
        <source>It was sent, and no answer came: look at the cluster before you try again.</source>
        <translation>Gesendet, aber ohne Antwort: Vor einem neuen Versuch den Cluster ansehen.</translation>
    </message>
    <message>
        <source>Before you say yes</source>
        <translation>Vor der Zustimmung</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentListModel</name>
    <message>
        <source>unsaved draft</source>
        <translation>nicht gespeicherter Entwurf</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentRowPainter</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AgentsPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Editor or playground</source>
        <translation>Editor oder Probebühne</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a percentage</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>Of the size that the system has set for text.</source>
        <translation>Der Größe, die im System für Text eingestellt ist.</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>The language changes when the program is started next.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ArmingBar</name>
    <message>
        <source>kept in the audit log</source>
        <translation>wird im Audit-Protokoll aufbewahrt</translation>
    </message>
    <message>
        <source>Arm for 10 Minutes</source>
        <translation>Für 10 Minuten scharf schalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Type its name:</source>
        <translation>&amp;Namen eingeben:</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>“%1” is a production environment. While it is armed, what is running in it can be changed from here.</source>
        <translation>„%1“ ist eine Produktionsumgebung. Solange sie scharf geschaltet ist, lässt sich von hier ändern, was darin läuft.</translation>
    </message>
    <message>
        <source>While “%1” is armed, what is running in it can be changed from here.</source>
        <translation>Solange „%1“ scharf geschaltet ist, lässt sich von hier ändern, was darin läuft.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::AuditView</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the acts</source>
        <translation>Aktionen filtern</translation>
    </message>
    <message>
        <source>What was done to this environment from this computer, with the window or the command line. Nothing can be changed or removed here.</source>
        <translation>Was von diesem Computer aus mit dieser Umgebung getan wurde, im Fenster oder auf der Befehlszeile. Hier lässt sich nichts ändern oder entfernen.</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>The act</source>
        <translation>Die Aktion</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing was done to this environment from here.</source>
        <translation>Von hier aus wurde mit dieser Umgebung nichts getan.</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>Nichts davon passt zum Filter.</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>Kontext: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Version of the object: %1</source>
        <translation>Version des Objekts: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::CasesSection</name>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Fall hinzufügen</translation>
    </message>
    <message>
        <source>Remove the case (Delete)</source>
        <translation>Den Fall entfernen (Delete)</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Put the input and the values into the playground</source>
        <translation>Eingabe und Werte auf die Probebühne übernehmen</translation>
    </message>
    <message>
        <source>Cases say what a good answer does, for an input that matters. They are kept with the agent and can be tried beside it.</source>
        <translation>Fälle sagen, was eine gute Antwort bei einer wichtigen Eingabe leistet. Sie werden beim Agenten aufbewahrt und können neben ihm ausprobiert werden.</translation>
    </message>
    <message>
        <source>Name of the case</source>
        <translation>Name des Falls</translation>
    </message>
    <message>
        <source>Input of the case</source>
        <translation>Eingabe des Falls</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Erwartung</translation>
    </message>
    <message>
        <source>In words: what a good answer does</source>
        <translation>In Worten: was eine gute Antwort leistet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 of the case</source>
        <translation>%1 des Falls</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ClusterTableView</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>&amp;Problems only</source>
        <translation>Nur &amp;Probleme</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2, as of %3</source>
        <translation>%1 · %2, Stand %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>Nichts davon passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command or an agent</source>
        <translation>Befehl oder Agent suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>Nichts gefunden für „%1“.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ContestedFieldView</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1: not there</source>
        <translation>%1: nicht vorhanden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, side</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The library shows theirs until you decide.</source>
        <translation>Bis zur Entscheidung zeigt die Bibliothek die der anderen.</translation>
    </message>
    <message>
        <source>Proposed merge: both changes, and theirs where they clash. You can edit it.</source>
        <translation>Vorgeschlagene Zusammenführung: beide Änderungen, und die der anderen, wo sie sich widersprechen. Sie lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>%1: proposed merge</source>
        <translation>%1: vorgeschlagene Zusammenführung</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DataSection</name>
    <message>
        <source>Data and logs</source>
        <translation>Daten und Protokolle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profil:</translation>
    </message>
    <message>
        <source>&amp;Backups:</source>
        <translation>&amp;Sicherungen:</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>P&amp;rotokoll:</translation>
    </message>
    <message>
        <source>Keys and passwords are in none of them.</source>
        <translation>Schlüssel und Passwörter sind in keinem davon enthalten.</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation>Kopie:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Datenbank:</translation>
    </message>
    <message>
        <source>Finding faults</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Übliches</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Log &amp;what:</source>
        <translation>Proto&amp;kollieren:</translation>
    </message>
    <message>
        <source>The log never holds a key, a prompt or an answer.</source>
        <translation>Das Protokoll enthält nie einen Schlüssel, einen Prompt oder eine Antwort.</translation>
    </message>
    <message>
        <source>For a report:</source>
        <translation>Für einen Bericht:</translation>
    </message>
    <message>
        <source>Versions, folders and settings, to be pasted where you report a fault. Nothing secret is among them; addresses of servers and your folder&apos;s name are.</source>
        <translation>Versionen, Ordner und Einstellungen, zum Einfügen in eine Fehlermeldung. Nichts davon ist geheim; die Adressen von Servern und der Name des eigenen Ordners sind aber dabei.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Sound, checked %1.</source>
        <translation>Unbeschädigt, geprüft: %1.</translation>
    </message>
    <message>
        <source>Damaged, found %1. Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation>Beschädigt, festgestellt: %1. Nach einem Neustart behält das Programm die beschädigte Datei und übernimmt, was lesbar ist.</translation>
    </message>
    <message>
        <source>Every page of the database is being read.</source>
        <translation>Jede Seite der Datenbank wird gelesen.</translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation>Die Prüfung konnte nicht durchgeführt werden.</translation>
    </message>
    <message>
        <source>Checked by itself after an unclean end; never by hand so far.</source>
        <translation>Wird nach einem unsauberen Ende selbsttätig geprüft; von Hand bisher nie.</translation>
    </message>
    <message>
        <source>The copy is at %1.</source>
        <translation>Die Kopie liegt unter %1.</translation>
    </message>
    <message>
        <source>The diagnostics are in the clipboard.</source>
        <translation>Die Diagnose ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The database was damaged. %1 records were carried over, %2 are lost; the damaged file is kept at %3.</source>
        <translation>Die Datenbank war beschädigt. %1 Datensätze wurden übernommen, %2 sind verloren; die beschädigte Datei liegt unter %3.</translation>
    </message>
    <message>
        <source>The profile lies on a network share, where databases can be damaged. A local folder is safer.</source>
        <translation>Das Profil liegt auf einer Netzwerkfreigabe, wo Datenbanken beschädigt werden können. Ein lokaler Ordner ist sicherer.</translation>
    </message>
    <message>
        <source>The program was started with LOGGING_LEVEL, which goes before this choice.</source>
        <translation>Das Programm wurde mit LOGGING_LEVEL gestartet; das geht dieser Auswahl vor.</translation>
    </message>
    <message>
        <source>A verified copy of the database. One is made every night as well; the newest three of these are kept. Knowledge files are not in it: they lie in the profile, unchanged.</source>
        <translation>Eine geprüfte Kopie der Datenbank. Jede Nacht entsteht ebenfalls eine; die neuesten drei davon bleiben. Wissensdateien sind nicht darin: Sie liegen unverändert im Profil.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DatabaseView</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Sign in at a server to see how its database does.</source>
        <translation>Bei einem Server anmelden, um zu sehen, wie es seiner Datenbank geht.</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>Bei einem Server anmelden…</translation>
    </message>
    <message>
        <source>Not offered to you</source>
        <translation>Nicht freigegeben</translation>
    </message>
    <message>
        <source>The database is shown to operators of the server. One of them can let you see it with aiagent-server ops grant.</source>
        <translation>Die Datenbank ist nur für Betreiber des Servers zu sehen. Einer von ihnen kann sie mit aiagent-server ops grant freigeben.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>Nicht angeboten</translation>
    </message>
    <message>
        <source>This server does not tell how its database does; a newer one may.</source>
        <translation>Dieser Server gibt nicht an, wie es seiner Datenbank geht; ein neuerer vielleicht.</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>Das Gezeigte ist älter: %1</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a part, and when it was read</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DeploymentsPage</name>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Autoscaling</source>
        <translation>Autoskalierung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>Ask the cluster now</source>
        <translation>Den Cluster jetzt abfragen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>A&amp;rm…</source>
        <translation>S&amp;charf schalten …</translation>
    </message>
    <message>
        <source>&amp;Change the Environment…</source>
        <translation>Umgebung ä&amp;ndern …</translation>
    </message>
    <message>
        <source>&amp;Read the Kubeconfig Again</source>
        <translation>&amp;kubeconfig neu lesen</translation>
    </message>
    <message>
        <source>&amp;Export the Table as CSV…</source>
        <translation>Tabelle als CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>Re&amp;move the Environment…</source>
        <translation>Umgebung en&amp;tfernen …</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Warum</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>Worauf dies beruht</translation>
    </message>
    <message>
        <source>Close the log</source>
        <translation>Protokoll schließen</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>No environment yet</source>
        <translation>Noch keine Umgebung</translation>
    </message>
    <message>
        <source>An environment is a place where the hosted side runs: a part of a Kubernetes cluster. Its health, its releases and what can be done about them then stand here.</source>
        <translation>Eine Umgebung ist ein Ort, an dem die gehostete Seite läuft: ein Teil eines Kubernetes-Clusters. Ihr Zustand, ihre Releases und was sich daran tun lässt, stehen dann hier.</translation>
    </message>
    <message>
        <source>New Environment…</source>
        <translation>Neue Umgebung …</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>as %1, says the kubeconfig</source>
        <translation>als %1, laut kubeconfig</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>Kontext: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Namespace: %1</source>
        <translation>Namespace: %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1
Known to be all at %2</source>
        <translation>%1
Zuletzt vollständig bekannt: %2</translation>
    </message>
    <message>
        <source>Hosted API</source>
        <translation>Gehostete API</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n-mal</numerusform>
            <numerusform>%1, %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Disarm · %1:%2</source>
        <translation>Entschärfen · %1:%2</translation>
    </message>
    <message>
        <source>Read-only · A&amp;rm…</source>
        <translation>Schreibgeschützt · S&amp;charf schalten …</translation>
    </message>
    <message>
        <source>Make it read-only again now</source>
        <translation>Jetzt wieder schreibgeschützt machen</translation>
    </message>
    <message>
        <source>Nothing can be changed from here until you arm the environment</source>
        <translation>Von hier lässt sich nichts ändern, bis die Umgebung scharf geschaltet ist</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>Sicherheitslage</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>&amp;Look at Certificates from This Computer</source>
        <translation>Zertifikate von diesem Computer aus &amp;ansehen</translation>
    </message>
    <message>
        <source>Save a Re&amp;port as HTML…</source>
        <translation>&amp;Bericht als HTML speichern …</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Check a Deployment&apos;s &amp;Files…</source>
        <translation>&amp;Dateien eines Deployments prüfen …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>More Kinds</source>
        <translation>Weitere Arten</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DeviceList</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Sign Out Device…</source>
        <translation>Gerät abmelden…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (dieses)</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Sign “%1” out? It can send and fetch nothing from then on. What it has not sent stays on it.</source>
        <translation>„%1“ abmelden? Es kann dann nichts mehr senden und holen. Was es nicht gesendet hat, bleibt darauf.</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::DropHint</name>
    <message>
        <source>Drop to import</source>
        <translation>Zum Importieren ablegen</translation>
    </message>
    <message>
        <source>Drop to import agents
Nothing is written before you have seen what will happen</source>
        <translation>Ablegen, um Agenten zu importieren
Vor dem Schreiben wird angezeigt, was geschehen wird</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EditorPane</name>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>No agent is open</source>
        <translation>Kein Agent geöffnet</translation>
    </message>
    <message>
        <source>Choose one in the library, or make a new one.</source>
        <translation>Einen aus der Bibliothek wählen oder einen neuen anlegen.</translation>
    </message>
    <message>
        <source>New Agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>Name des Agenten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What it is for, in a sentence</source>
        <translation>Wofür er da ist, in einem Satz</translation>
    </message>
    <message>
        <source>Words to find it by, separated by commas</source>
        <translation>Suchwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Instructions for the model. {{name}} becomes a field to fill in before a run.</source>
        <translation>Anweisungen für das Modell. {{name}} wird zu einem Feld, das vor einem Lauf ausgefüllt wird.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>This is not a JSON array of objects that each have a “type”. It cannot be run like this.</source>
        <translation>Dies ist kein JSON-Array aus Objekten, die jeweils einen „type“ haben. So ist kein Lauf möglich.</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Ausgabeschema</translation>
    </message>
    <message>
        <source>This is not a JSON object. It cannot be run like this.</source>
        <translation>Dies ist kein JSON-Objekt. So ist kein Lauf möglich.</translation>
    </message>
    <message>
        <source>First messages to choose from, one on each line</source>
        <translation>Erste Nachrichten zur Auswahl, eine in jeder Zeile</translation>
    </message>
    <message>
        <source>Starters</source>
        <translation>Einstiegsfragen</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the draft as the agent</source>
        <translation>Den Entwurf als Agenten speichern</translation>
    </message>
    <message>
        <source>Discard d&amp;raft</source>
        <translation>Entwurf &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Rename agent</source>
        <translation>Agent &amp;umbenennen</translation>
    </message>
    <message>
        <source>Go to &amp;prompt</source>
        <translation>Zum &amp;Prompt gehen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Draft, not kept yet</source>
        <translation>Entwurf, noch nicht gesichert</translation>
    </message>
    <message>
        <source>Draft …</source>
        <translation>Entwurf …</translation>
    </message>
    <message>
        <source>Draft, kept</source>
        <translation>Entwurf, gesichert</translation>
    </message>
    <message>
        <source>The agent itself is unchanged until you save.</source>
        <translation>Der Agent selbst bleibt bis zum Speichern unverändert.</translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation>Felder: %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tools (set)</source>
        <translation>Werkzeuge (gesetzt)</translation>
    </message>
    <message>
        <source>Tools (faulty)</source>
        <translation>Werkzeuge (fehlerhaft)</translation>
    </message>
    <message>
        <source>Output schema (set)</source>
        <translation>Ausgabeschema (gesetzt)</translation>
    </message>
    <message>
        <source>Output schema (faulty)</source>
        <translation>Ausgabeschema (fehlerhaft)</translation>
    </message>
    <message>
        <source>This agent was deleted elsewhere. Its text is still here to be copied.</source>
        <translation>Dieser Agent wurde anderswo gelöscht. Sein Text ist hier noch zum Kopieren da.</translation>
    </message>
    <message>
        <source>This agent was saved elsewhere while you were writing. Nothing is lost: which one goes on?</source>
        <translation>Dieser Agent wurde während des Schreibens anderswo gespeichert. Nichts ist verloren: Welche Fassung soll weitergelten?</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Your draft was put aside.</source>
        <translation>Der Entwurf wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Noch keine Agenten</translation>
    </message>
    <message>
        <source>An agent is a prompt with a model and a name.</source>
        <translation>Ein Agent ist ein Prompt mit einem Modell und einem Namen.</translation>
    </message>
    <message>
        <source>&amp;Improve…</source>
        <translation>Ve&amp;rbessern …</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>The draft was changed. It is not saved yet.</source>
        <translation>Der Entwurf wurde geändert. Er ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What changed, and why</source>
        <translation>Was sich geändert hat und warum</translation>
    </message>
    <message>
        <source>Message of the version</source>
        <translation>Nachricht der Version</translation>
    </message>
    <message>
        <source>Save Version</source>
        <translation>Version speichern</translation>
    </message>
    <message>
        <source>Without a message</source>
        <translation>Ohne Nachricht</translation>
    </message>
    <message>
        <source>Save with a message</source>
        <translation>Mit Nachricht speichern</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>V&amp;ersionen</translation>
    </message>
    <message>
        <source>Next finding of the linter</source>
        <translation>Nächster Befund des Linters</translation>
    </message>
    <message>
        <source>Previous finding of the linter</source>
        <translation>Vorheriger Befund des Linters</translation>
    </message>
    <message>
        <source>Version %1, and a draft that is not saved</source>
        <translation>Version %1 und ein nicht gespeicherter Entwurf</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Both sides changed the same words. Nothing is merged before you have chosen.</source>
        <translation>Beide Seiten haben dieselben Wörter geändert. Nichts wird zusammengeführt, bevor Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Cancel Merge</source>
        <translation>Zusammenführen abbrechen</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Choose one in the library.</source>
        <translation>Einen aus der Bibliothek wählen.</translation>
    </message>
    <message>
        <source>Changed by you, %1</source>
        <translation>Von Ihnen geändert, %1</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>Changed by %1, %2</source>
        <translation>Geändert von %1, %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EmptyState</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EnvironmentBar</name>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>noch nicht geöffnet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::EnvironmentForm</name>
    <message>
        <source>&amp;Import from an Env File…</source>
        <translation>Aus Env-Datei &amp;importieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>S&amp;tage:</source>
        <translation>S&amp;tufe:</translation>
    </message>
    <message>
        <source>Its colour, and how much is asked before anything in it changes.</source>
        <translation>Ihre Farbe, und wie viel gefragt wird, bevor sich etwas in ihr ändert.</translation>
    </message>
    <message>
        <source>KUBECONFIG and ~/.kube/config</source>
        <translation>KUBECONFIG und ~/.kube/config</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a kubeconfig</source>
        <translation>Eine kubeconfig wählen</translation>
    </message>
    <message>
        <source>&amp;Kubeconfig:</source>
        <translation>&amp;kubeconfig:</translation>
    </message>
    <message>
        <source>Conte&amp;xt:</source>
        <translation>Konte&amp;xt:</translation>
    </message>
    <message>
        <source>Names&amp;pace:</source>
        <translation>Names&amp;pace:</translation>
    </message>
    <message>
        <source>that of the context</source>
        <translation>der des Kontexts</translation>
    </message>
    <message>
        <source>Hosted &amp;API:</source>
        <translation>Gehostete &amp;API:</translation>
    </message>
    <message>
        <source>P&amp;rometheus:</source>
        <translation>P&amp;rometheus:</translation>
    </message>
    <message>
        <source>Pipeline’s rep&amp;ository:</source>
        <translation>Rep&amp;ository der Pipeline:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contexts are there.</source>
        <translation>
            <numerusform>%n Kontext ist vorhanden.</numerusform>
            <numerusform>%n Kontexte sind vorhanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import an env file</source>
        <translation>Env-Datei importieren</translation>
    </message>
    <message>
        <source>Env files (*.env .env*);;All files (*)</source>
        <translation>Env-Dateien (*.env .env*);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Taken from the file: the name, the stage and the addresses. Its secrets were not looked at.</source>
        <translation>Aus der Datei übernommen: Name, Stufe und Adressen. Ihre Geheimnisse wurden nicht angesehen.</translation>
    </message>
    <message>
        <source>Another environment is called so.</source>
        <translation>Eine andere Umgebung heißt bereits so.</translation>
    </message>
    <message>
        <source>A name of at most 64 characters is needed.</source>
        <translation>Nötig ist ein Name mit höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>A namespace has letters a–z, digits and hyphens, at most 63.</source>
        <translation>Ein Namespace hat Buchstaben a–z, Ziffern und Bindestriche, höchstens 63.</translation>
    </message>
    <message>
        <source>An http or https address is needed, without a password in it.</source>
        <translation>Nötig ist eine Adresse mit http oder https, ohne Passwort darin.</translation>
    </message>
    <message>
        <source>An owner and a name are needed: owner/name.</source>
        <translation>Nötig sind Eigentümer und Name: owner/name.</translation>
    </message>
    <message>
        <source>“%1” is no env file: lines of NAME=value are needed.</source>
        <translation>„%1“ ist keine Env-Datei: Nötig sind Zeilen der Form NAME=value.</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Where Prometheus is</source>
        <translation>Wo Prometheus ist</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Service in the cluster</source>
        <translation>Service im Cluster</translation>
    </message>
    <message>
        <source>Its namespace, service and port. It is asked through the API server, which takes the right to get services/proxy.</source>
        <translation>Namespace, Service und Port. Abgefragt wird über den API-Server; dazu ist das Recht get auf services/proxy nötig.</translation>
    </message>
    <message>
        <source>A namespace, a service and its port are needed: monitoring/prometheus:9090.</source>
        <translation>Nötig sind ein Namespace, ein Service und dessen Port: monitoring/prometheus:9090.</translation>
    </message>
    <message>
        <source>It is asked with the token that gke-gcloud-auth-plugin gives. A kubeconfig that calls the cluster gke_PROJECT_LOCATION_NAME keeps those of the project&apos;s other clusters apart.</source>
        <translation>Es wird mit dem Token gefragt, das gke-gcloud-auth-plugin ausgibt. Nennt die Kubeconfig den Cluster gke_PROJECT_LOCATION_NAME, bleiben die Werte anderer Cluster des Projekts außen vor.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ExamplesEdit</name>
    <message>
        <source>Add Example</source>
        <translation>Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>A conversation as it should go, if you have one</source>
        <translation>Ein Gespräch, wie es verlaufen soll, falls Sie eines haben</translation>
    </message>
    <message>
        <source>Example conversation %1</source>
        <translation>Beispielgespräch %1</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>Beispiel %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this example</source>
        <translation>Dieses Beispiel entfernen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Not carried</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>As a &amp;Zip Archive…</source>
        <translation>Als &amp;Zip-Archiv …</translation>
    </message>
    <message>
        <source>Export Here</source>
        <translation>Hierhin exportieren</translation>
    </message>
    <message>
        <source>Export the whole library</source>
        <translation>Die gesamte Bibliothek exportieren</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>To a Folder…</source>
        <translation>In einen Ordner …</translation>
    </message>
    <message>
        <source>To a File…</source>
        <translation>In eine Datei …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Exported to %1, with everything.</source>
        <translation>Vollständig exportiert nach %1.</translation>
    </message>
    <message>
        <source>Exported to %1. Not carried: %2 values, listed below.</source>
        <translation>Exportiert nach %1. Nicht übernommen: %2 Werte, unten aufgeführt.</translation>
    </message>
    <message>
        <source>Left there, as these agents are not in the library: %1.</source>
        <translation>Dort gelassen, da diese Agenten nicht in der Bibliothek sind: %1.</translation>
    </message>
    <message>
        <source>The export was stopped. What was written so far is in the folder; another export there completes it.</source>
        <translation>Der Export wurde angehalten. Was bisher geschrieben wurde, liegt im Ordner; ein weiterer Export dorthin vervollständigt ihn.</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation>Der Export wurde angehalten. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FieldRow</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Why %1 is like this</source>
        <translation>Warum %1 so ist</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>What should be different? (may stay empty)</source>
        <translation>Was soll anders werden? (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Wish for %1</source>
        <translation>Wunsch zu %1</translation>
    </message>
    <message>
        <source>Generate Again</source>
        <translation>Erneut erzeugen</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Nothing proposed</source>
        <translation>Nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird angefragt …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>This is not complete yet: until it is, the last sound value counts.</source>
        <translation>Dies ist noch nicht vollständig: Bis dahin gilt der letzte gültige Wert.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FilesView</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy, save, forget</source>
        <translation>Kopieren, speichern, vergessen</translation>
    </message>
    <message>
        <source>Choose Folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>&amp;Copy All as Text</source>
        <translation>Alles als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy All as &amp;JSON</source>
        <translation>Alles als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy All as SARI&amp;F</source>
        <translation>Alles als SA&amp;RIF kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;Text…</source>
        <translation>Als T&amp;ext speichern …</translation>
    </message>
    <message>
        <source>Save as JS&amp;ON…</source>
        <translation>Als JS&amp;ON speichern …</translation>
    </message>
    <message>
        <source>&amp;Save as SARIF…</source>
        <translation>Als SARI&amp;F speichern …</translation>
    </message>
    <message>
        <source>For&amp;get the Folder</source>
        <translation>Ordner &amp;vergessen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Filter findings…</source>
        <translation>Befunde filtern …</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>Alle Schweregrade</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>&amp;Watch the folder</source>
        <translation>Den Ordner &amp;beobachten</translation>
    </message>
    <message>
        <source>Check again by itself when a file changes</source>
        <translation>Von selbst erneut prüfen, wenn sich eine Datei ändert</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>The file could not be opened. Its place was copied: %1</source>
        <translation>Die Datei ließ sich nicht öffnen. Ihre Stelle wurde kopiert: %1</translation>
    </message>
    <message>
        <source>The folder with the deployment&apos;s files</source>
        <translation>Der Ordner mit den Dateien des Deployments</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>Befunde speichern</translation>
    </message>
    <message>
        <source>1 file, checked %1</source>
        <translation>1 Datei, geprüft: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n files, checked %1</source>
        <translation>
            <numerusform>%n Datei, geprüft: %1</numerusform>
            <numerusform>%n Dateien, geprüft: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
by %2 rules</source>
        <translation>%1
nach %2 Regeln</translation>
    </message>
    <message>
        <source>Reading… (files: %1)</source>
        <translation>Wird gelesen … (Dateien: %1)</translation>
    </message>
    <message>
        <source>Looking for files… (seen: %1)</source>
        <translation>Dateien werden gesucht … (gesehen: %1)</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>Das Gezeigte ist älter: %1</translation>
    </message>
    <message>
        <source>There is more than is shown: these are the first %1 findings.</source>
        <translation>Es gibt mehr, als gezeigt wird: Dies sind die ersten %1 Befunde.</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Choose or drop the folder with a deployment&apos;s files: Dockerfiles, compose files, Kubernetes manifests, workflows, env files and migrations are read together, and nothing of them is sent anywhere.</source>
        <translation>Den Ordner mit den Dateien eines Deployments wählen oder hier ablegen: Dockerfiles, Compose-Dateien, Kubernetes-Manifeste, Workflows, Env-Dateien und Migrationen werden zusammen gelesen, und nichts davon wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The folder was not checked to its end.</source>
        <translation>Der Ordner wurde nicht bis zum Ende geprüft.</translation>
    </message>
    <message>
        <source>Check Again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The folder could not be read</source>
        <translation>Der Ordner war nicht lesbar</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Nichts zu prüfen</translation>
    </message>
    <message>
        <source>There is no Dockerfile, manifest, workflow or other file of a deployment in this folder.</source>
        <translation>In diesem Ordner ist kein Dockerfile, Manifest, Workflow und keine andere Datei eines Deployments.</translation>
    </message>
    <message>
        <source>Choose Another Folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No finding matches the filter.</source>
        <translation>Kein Befund passt zum Filter.</translation>
    </message>
    <message>
        <source>1 file was checked by %1 rules.</source>
        <translation>1 Datei wurde nach %1 Regeln geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were checked by %1 rules.</source>
        <translation>
            <numerusform>%n Datei wurde nach %1 Regeln geprüft.</numerusform>
            <numerusform>%n Dateien wurden nach %1 Regeln geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing wrong</source>
        <translation>Nichts zu beanstanden</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a rule, and how often</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>In %1, as of %2</source>
        <translation>In %1, Stand %2</translation>
    </message>
    <message>
        <source>%1: not checked, because its cluster is not watched.</source>
        <translation>%1: nicht geprüft, weil der zugehörige Cluster nicht beobachtet wird.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a file, and how much is wrong in it</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FindingPane</name>
    <message>
        <source>The finding</source>
        <translation>Der Befund</translation>
    </message>
    <message>
        <source>Close the finding</source>
        <translation>Befund schließen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>The lines of the file</source>
        <translation>Die Zeilen der Datei</translation>
    </message>
    <message>
        <source>&amp;Open the File</source>
        <translation>Datei ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open it at this line in an editor</source>
        <translation>In einem Editor an dieser Zeile öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;Place</source>
        <translation>&amp;Stelle kopieren</translation>
    </message>
    <message>
        <source>Copy file and line</source>
        <translation>Datei und Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Finding</source>
        <translation>Befund &amp;kopieren</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>severity and rule</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FindingsList</name>
    <message>
        <source>What the linter found</source>
        <translation>Was der Linter gefunden hat</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::FirstRunPage</name>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>Womit beginnen?</translation>
    </message>
    <message>
        <source>It can be changed at any time in the settings.</source>
        <translation>In den Einstellungen lässt es sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>Not now: look around first</source>
        <translation>Nicht jetzt: erst umsehen</translation>
    </message>
    <message>
        <source>Use a key</source>
        <translation>Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Runs go to OpenAI and are billed to your account there.</source>
        <translation>Läufe gehen an OpenAI und werden dort dem eigenen Konto berechnet.</translation>
    </message>
    <message>
        <source>sk-…</source>
        <translation>sk-…</translation>
    </message>
    <message>
        <source>OpenAI API key</source>
        <translation>OpenAI-API-Schlüssel</translation>
    </message>
    <message>
        <source>Get a Key…</source>
        <translation>Schlüssel besorgen …</translation>
    </message>
    <message>
        <source>Use a local server</source>
        <translation>Lokalen Server verwenden</translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama.cpp or vLLM on this computer. Nothing leaves it.</source>
        <translation>Ollama, LM Studio, llama.cpp oder vLLM auf diesem Rechner. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>See the whole way without a key and without a network. Rehearsal: no model involved. The answers are put together on this computer from the agent&apos;s own fields.</source>
        <translation>Den ganzen Weg ohne Schlüssel und ohne Netzwerk sehen. Probe: kein Modell beteiligt. Die Antworten werden auf diesem Rechner aus den Feldern des Agenten zusammengesetzt.</translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation>Er kommt in den Schlüsselbund des Systems und in keine Datei dieses Programms.</translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Der Schlüssel bleibt nur bis zum Ende des Programms erhalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check and Use</source>
        <translation>Prüfen und verwenden</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Der Anbieter wird gefragt …</translation>
    </message>
    <message>
        <source>Use It Anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Look for Servers</source>
        <translation>Server suchen</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>has no model yet</source>
        <translation>hat noch kein Modell</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>something else answers there</source>
        <translation>dort antwortet etwas anderes</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>Bring agents from OpenAI, promptfoo, Prompty, Langfuse, Markdown…</source>
        <translation>Agenten aus OpenAI, promptfoo, Prompty, Langfuse, Markdown … mitbringen</translation>
    </message>
    <message>
        <source>Join a team&apos;s library</source>
        <translation>Der Bibliothek eines Teams beitreten</translation>
    </message>
    <message>
        <source>Agents that are shared through your team&apos;s server. You need an invitation: a link, or an address and a code.</source>
        <translation>Agenten, die über den Server Ihres Teams geteilt werden. Sie brauchen eine Einladung: einen Link, oder eine Adresse und einen Code.</translation>
    </message>
    <message>
        <source>Enter the Invitation…</source>
        <translation>Einladung eingeben …</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::GeneratePage</name>
    <message>
        <source>Proposed agent</source>
        <translation>Vorgeschlagener Agent</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Generate an agent</source>
        <translation>Einen Agenten erzeugen</translation>
    </message>
    <message>
        <source>Describe what the agent should do</source>
        <translation>Beschreiben, was der Agent tun soll</translation>
    </message>
    <message>
        <source>Describe what the agent should do. For example: sort incoming support tickets by urgency, and say why in a sentence.</source>
        <translation>Beschreiben, was der Agent tun soll. Zum Beispiel: eingehende Support-Tickets nach Dringlichkeit ordnen und in einem Satz begründen.</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>&amp;Based on:</source>
        <translation>&amp;Grundlage:</translation>
    </message>
    <message>
        <source>Draft from Templates</source>
        <translation>Entwurf aus Vorlagen</translation>
    </message>
    <message>
        <source>Without a model and without a network</source>
        <translation>Ohne Modell und ohne Netzwerk</translation>
    </message>
    <message>
        <source>Another template</source>
        <translation>Andere Vorlage</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>&amp;Accept all fields</source>
        <translation>&amp;Alle Felder annehmen</translation>
    </message>
    <message>
        <source>&amp;Create the agent</source>
        <translation>Agent an&amp;legen</translation>
    </message>
    <message>
        <source>&amp;Draft from templates</source>
        <translation>&amp;Entwurf aus Vorlagen</translation>
    </message>
    <message>
        <source>Finish or discard what is in the form first.</source>
        <translation>Zuerst abschließen oder verwerfen, was im Formular steht.</translation>
    </message>
    <message>
        <source>No provider is chosen</source>
        <translation>Es ist kein Anbieter gewählt</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>Probe: kein Modell beteiligt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Nothing: a new agent</source>
        <translation>Keine: ein neuer Agent</translation>
    </message>
    <message>
        <source>The provider cannot be reached just now: it is tried again soon.</source>
        <translation>Der Anbieter ist gerade nicht erreichbar: Bald folgt ein neuer Versuch.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Wait for Network</source>
        <translation>Auf Netzwerk warten</translation>
    </message>
    <message>
        <source>Draft Offline</source>
        <translation>Offline entwerfen</translation>
    </message>
    <message>
        <source>It waits in the queue, and is sent when the provider can be reached.</source>
        <translation>Der Auftrag steht in der Warteschlange und wird gesendet, sobald der Anbieter erreichbar ist.</translation>
    </message>
    <message>
        <source>Draft, not model-made. Template: %1.</source>
        <translation>Entwurf, nicht von einem Modell. Vorlage: %1.</translation>
    </message>
    <message>
        <source>Another template…</source>
        <translation>Andere Vorlage …</translation>
    </message>
    <message>
        <source>Put into Draft</source>
        <translation>In Entwurf übernehmen</translation>
    </message>
    <message>
        <source>Create Agent</source>
        <translation>Agent anlegen</translation>
    </message>
    <message>
        <source>Accept a field first</source>
        <translation>Zuerst ein Feld annehmen</translation>
    </message>
    <message>
        <source>Accept at least a name first</source>
        <translation>Zuerst mindestens einen Namen annehmen</translation>
    </message>
    <message>
        <source>Examples, language and basis</source>
        <translation>Beispiele, Sprache und Grundlage</translation>
    </message>
    <message>
        <source>Language of the agent</source>
        <translation>Sprache des Agenten</translation>
    </message>
    <message>
        <source>&amp;Examples:</source>
        <translation>&amp;Beispiele:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>Sprac&amp;he:</translation>
    </message>
    <message>
        <source>It is in English: no template is in “%1”.</source>
        <translation>Er ist auf Englisch: keine Vorlage ist in „%1“.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::GenerateVm</name>
    <message>
        <source>Generating…</source>
        <translation>Wird erzeugt …</translation>
    </message>
    <message>
        <source>The agent is ready to be looked at.</source>
        <translation>Der Agent kann jetzt durchgesehen werden.</translation>
    </message>
    <message>
        <source>The generation has ended early. The fields that were done are kept.</source>
        <translation>Die Erzeugung endete vorzeitig. Die fertigen Felder bleiben erhalten.</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::HeadLine</name>
    <message>
        <source>%1 (stale)</source>
        <translation>%1 (veraltet)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::HistoryView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>What it looked like at</source>
        <translation>Gezeigter Zeitpunkt</translation>
    </message>
    <message>
        <source>What it looked like at a time</source>
        <translation>Wie es zu einem Zeitpunkt aussah</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What it looked like</source>
        <translation>Wie es aussah</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>wie es jetzt ist</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time. What happens is recorded while this program watches the environment, and kept for 90 days.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet. Was geschieht, wird aufgezeichnet, während dieses Programm die Umgebung beobachtet, und 90 Tage aufbewahrt.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing is known of that time: nobody had watched yet.</source>
        <translation>Aus dieser Zeit ist nichts bekannt: Noch hatte niemand beobachtet.</translation>
    </message>
    <message>
        <source>Nobody watched then. This is how it was at %1; it may have been otherwise.</source>
        <translation>Damals hat niemand beobachtet. Dies ist der Stand von %1; es kann anders gewesen sein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImportItems</name>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Als neue Version speichern</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Unverändert lassen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Aktion</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImportPage</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Bring agents in</source>
        <translation>Agenten mitbringen</translation>
    </message>
    <message>
        <source>From OpenAI, promptfoo, Prompty, Langfuse, Markdown, SKILL.md, or this program. Drop files, folders or zip archives anywhere on the window.</source>
        <translation>Aus OpenAI, promptfoo, Prompty, Langfuse, Markdown, SKILL.md oder diesem Programm. Dateien, Ordner oder Zip-Archive irgendwo im Fenster ablegen.</translation>
    </message>
    <message>
        <source>Choose Files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>By what each file holds</source>
        <translation>Nach dem Inhalt jeder Datei</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>All that differ</source>
        <translation>Alle abweichenden</translation>
    </message>
    <message>
        <source>All that &amp;differ:</source>
        <translation>Alle ab&amp;weichenden:</translation>
    </message>
    <message>
        <source>&amp;Read the files that a configuration names, among those chosen</source>
        <translation>Dateien &amp;lesen, die eine Konfiguration nennt, sofern sie mit ausgewählt sind</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Import agents</source>
        <translation>Agenten importieren</translation>
    </message>
    <message>
        <source>Agents (*.json *.yaml *.yml *.prompty *.md *.zip *.txt)</source>
        <translation>Agenten (*.json *.yaml *.yml *.prompty *.md *.zip *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Looked at %1 of %2 files</source>
        <translation>%1 von %2 Dateien angesehen</translation>
    </message>
    <message>
        <source>Show Agents</source>
        <translation>Agenten anzeigen</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
    <message>
        <source>Import 1 Agent</source>
        <translation>1 Agent importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n Agents</source>
        <translation>
            <numerusform>%n Agent importieren</numerusform>
            <numerusform>%n Agenten importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import More</source>
        <translation>Weitere importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no agent in it.</source>
        <translation>Es ist kein Agent darin enthalten.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>there already and different</source>
        <translation>bereits vorhanden und abweichend</translation>
    </message>
    <message>
        <source>the same as here</source>
        <translation>gleich wie hier</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1 other files passed over</source>
        <translation>%1 andere Dateien übergangen</translation>
    </message>
    <message>
        <source>%1 imported</source>
        <translation>%1 importiert</translation>
    </message>
    <message>
        <source>%1 saved as a new version</source>
        <translation>%1 als neue Version gespeichert</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 gleich</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImproveView</name>
    <message>
        <source>What should become better? For example: shorter answers</source>
        <translation>Was soll besser werden? Zum Beispiel: kürzere Antworten</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Generate a New Agent</source>
        <translation>Neuen Agenten erzeugen</translation>
    </message>
    <message>
        <source>Accept All</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>Put into Draft</source>
        <translation>In Entwurf übernehmen</translation>
    </message>
    <message>
        <source>Improve “%1”</source>
        <translation>„%1“ verbessern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Propose Edits</source>
        <translation>Änderungen vorschlagen</translation>
    </message>
    <message>
        <source>Looking for edits…</source>
        <translation>Änderungen werden gesucht …</translation>
    </message>
    <message>
        <source>No edit was proposed that fits the prompt.</source>
        <translation>Es wurde keine Änderung vorgeschlagen, die zum Prompt passt.</translation>
    </message>
    <message numerus="yes">
        <source>%n edits fit no place in the prompt and were left out.</source>
        <translation>
            <numerusform>%n Änderung passt an keine Stelle im Prompt und wurde weggelassen.</numerusform>
            <numerusform>%n Änderungen passen an keine Stelle im Prompt und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source> (another edit of the same text is accepted)</source>
        <translation> (eine andere Änderung desselben Textes ist angenommen)</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Wait for Network</source>
        <translation>Auf das Netz warten</translation>
    </message>
    <message>
        <source>Put these edits into the draft, or reject them, first.</source>
        <translation>Übernehmen Sie diese Änderungen zuerst in den Entwurf, oder lehnen Sie sie ab.</translation>
    </message>
    <message>
        <source>It waits in the queue, and is sent when the provider can be reached.</source>
        <translation>Sie wartet in der Warteschlange und wird gesendet, sobald der Anbieter erreichbar ist.</translation>
    </message>
    <message>
        <source>What edit %1 changes</source>
        <translation>Was Änderung %1 ändert</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ImproveVm</name>
    <message numerus="yes">
        <source>%n edits are proposed.</source>
        <translation>
            <numerusform>%n Änderung ist vorgeschlagen.</numerusform>
            <numerusform>%n Änderungen sind vorgeschlagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxItemView</name>
    <message>
        <source>What is to be decided</source>
        <translation>Was zu entscheiden ist</translation>
    </message>
    <message>
        <source>Take the Merge</source>
        <translation>Zusammenführung nehmen</translation>
    </message>
    <message>
        <source>The agent stays as the library shows it: both changes, and theirs where they clash.</source>
        <translation>Der Agent bleibt, wie ihn die Bibliothek zeigt: mit beiden Änderungen, und denen der anderen, wo sie sich widersprechen.</translation>
    </message>
    <message>
        <source>Save My Edit</source>
        <translation>Eigenen Text speichern</translation>
    </message>
    <message>
        <source>The agent becomes what you wrote below.</source>
        <translation>Der Agent wird, was unten geschrieben steht.</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>The agent becomes what is kept here, and is sent.</source>
        <translation>Der Agent wird, was hier aufbewahrt ist, und wird gesendet.</translation>
    </message>
    <message>
        <source>Take Mine</source>
        <translation>Eigene nehmen</translation>
    </message>
    <message>
        <source>Where both changed the same, the agent gets your words.</source>
        <translation>Was beide an derselben Stelle geändert haben, wird wie das Eigene.</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>Where both changed the same, the agent gets their words.</source>
        <translation>Was beide an derselben Stelle geändert haben, wird wie das der anderen.</translation>
    </message>
    <message>
        <source>Keep as New Agent</source>
        <translation>Als neuen Agenten behalten</translation>
    </message>
    <message>
        <source>Makes another agent of what is kept here.</source>
        <translation>Macht aus dem, was hier aufbewahrt ist, einen weiteren Agenten.</translation>
    </message>
    <message>
        <source>Delete It</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes the agent all the same, for everybody.</source>
        <translation>Löscht den Agenten trotzdem, für alle.</translation>
    </message>
    <message>
        <source>Let Go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Takes it out of the inbox and changes nothing.</source>
        <translation>Nimmt es aus dem Eingang und ändert nichts.</translation>
    </message>
    <message>
        <source>Copy Text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Open Agent</source>
        <translation>Agenten öffnen</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt ist</translation>
    </message>
    <message>
        <source>What you changed since the server had it last:</source>
        <translation>Was Sie geändert haben, seit der Server es zuletzt hatte:</translation>
    </message>
    <message>
        <source>What is kept:</source>
        <translation>Was aufbewahrt ist:</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Leave It Unsent</source>
        <translation>Ungesendet lassen</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxListModel</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>kind, agent, reason, time</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>To be decided, newest first</source>
        <translation>Zu entscheiden, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Nothing to be decided</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>When you and somebody else change the same words, or the server does not take a change, it stands here with your text.</source>
        <translation>Wenn Sie und jemand anderes dieselben Wörter ändern oder der Server eine Änderung nicht annimmt, steht es hier mit Ihrem Text.</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>Noch nicht geteilt</translation>
    </message>
    <message>
        <source>Sign in at a server to share it. What sync cannot decide by itself will then stand here.</source>
        <translation>Bei einem Server anmelden, um sie zu teilen. Was der Abgleich nicht selbst entscheiden kann, steht dann hier.</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>Bei einem Server anmelden…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>The server was set back to an older state and lost %n changes of others that are still here.</source>
        <translation>
            <numerusform>Der Server wurde auf einen älteren Stand zurückgesetzt und hat %n Änderung anderer verloren, die hier noch da ist.</numerusform>
            <numerusform>Der Server wurde auf einen älteren Stand zurückgesetzt und hat %n Änderungen anderer verloren, die hier noch da sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring All Back</source>
        <translation>Alle zurückholen</translation>
    </message>
    <message>
        <source>Let All Go</source>
        <translation>Alle loslassen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InboxVm</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>“%1” goes on with your words.</source>
        <translation>„%1“ geht mit Ihren Wörtern weiter.</translation>
    </message>
    <message>
        <source>“%1” goes on with their words.</source>
        <translation>„%1“ geht mit den Wörtern der anderen weiter.</translation>
    </message>
    <message>
        <source>“%1” goes on with the merge.</source>
        <translation>„%1“ geht mit der Zusammenführung weiter.</translation>
    </message>
    <message>
        <source>“%1” goes on as you wrote it.</source>
        <translation>„%1“ geht so weiter, wie Sie es geschrieben haben.</translation>
    </message>
    <message>
        <source>“%1” is brought back.</source>
        <translation>„%1“ wird zurückgeholt.</translation>
    </message>
    <message>
        <source>“%1” is kept as a new agent.</source>
        <translation>„%1“ wird als neuer Agent behalten.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ wird gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is let go.</source>
        <translation>„%1“ wird losgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n agents are let go.</source>
        <translation>
            <numerusform>%n Agent wird losgelassen.</numerusform>
            <numerusform>%n Agenten werden losgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agents are brought back.</source>
        <translation>
            <numerusform>%n Agent wird zurückgeholt.</numerusform>
            <numerusform>%n Agenten werden zurückgeholt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::InviteForm</name>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Make Invitation</source>
        <translation>Einladung machen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>R&amp;ole:</source>
        <translation>R&amp;olle:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>a field&apos;s name</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Give one of them to the person. They are shown only here and now, work once, and end at %1.</source>
        <translation>Eines von beiden der Person geben. Sie werden nur hier und jetzt gezeigt, gelten einmal und enden am %1.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::JobsView</name>
    <message>
        <source>Waiting for a network</source>
        <translation>Wartet auf ein Netzwerk</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Ready to be reviewed</source>
        <translation>Bereit zur Durchsicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::KnowledgeSection</name>
    <message>
        <source>With the first message</source>
        <translation>Mit der ersten Nachricht</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Durchsucht</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Knowledge files</source>
        <translation>Wissensdateien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How it is used</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Remove the files (Delete)</source>
        <translation>Dateien entfernen (Entf)</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>Datei umbenennen</translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation>Kopie der Datei speichern</translation>
    </message>
    <message>
        <source>Send with the first message</source>
        <translation>Mit der ersten Nachricht senden</translation>
    </message>
    <message>
        <source>Search in a vector store</source>
        <translation>In einem Vektorspeicher durchsuchen</translation>
    </message>
    <message>
        <source>How the chosen files are used</source>
        <translation>Wie die gewählten Dateien verwendet werden</translation>
    </message>
    <message>
        <source>Files can be dropped here: 512 MB at most for each. Up to 1 MB goes with the message itself; what is larger or searched is uploaded to the provider, where it stays for 30 days (Settings, Uploaded files).</source>
        <translation>Dateien lassen sich hierher ziehen: je höchstens 512 MB. Bis 1 MB geht mit der Nachricht selbst; was größer ist oder durchsucht wird, wird zum Anbieter hochgeladen und bleibt dort 30 Tage (Einstellungen, Hochgeladene Dateien).</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>Fortschritt der Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copying files into the profile…</source>
        <translation>Dateien werden ins Profil kopiert …</translation>
    </message>
    <message>
        <source>Copying “%1” into the profile (%2 of %3)</source>
        <translation>„%1“ wird ins Profil kopiert (%2 von %3)</translation>
    </message>
    <message>
        <source>Copying “%1” into the profile</source>
        <translation>„%1“ wird ins Profil kopiert</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <translation>%1 Bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>The file “%1” is not on this computer, so the agent cannot be run with it.</source>
        <translation>Die Datei „%1“ liegt nicht auf diesem Rechner; der Agent kann deshalb nicht mit ihr ausgeführt werden.</translation>
    </message>
    <message>
        <source>Attach Again…</source>
        <translation>Erneut anhängen …</translation>
    </message>
    <message>
        <source>Add Knowledge Files</source>
        <translation>Wissensdateien hinzufügen</translation>
    </message>
    <message>
        <source>Attach “%1” Again</source>
        <translation>„%1“ erneut anhängen</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LanguageCombo</name>
    <message>
        <source>As the description</source>
        <translation>Wie die Beschreibung</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LibraryPane</name>
    <message>
        <source>Recent first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation>Name, A bis Z</translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation>Name, Z bis A</translation>
    </message>
    <message>
        <source>Without the archive</source>
        <translation>Ohne Archiv</translation>
    </message>
    <message>
        <source>Only the archive</source>
        <translation>Nur Archiv</translation>
    </message>
    <message>
        <source>All, with the archive</source>
        <translation>Alle, mit Archiv</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search agents</source>
        <translation>Agenten suchen</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>Nach Schlagwort filtern</translation>
    </message>
    <message>
        <source>Order and archive</source>
        <translation>Reihenfolge und Archiv</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagwörter</translation>
    </message>
    <message>
        <source>No agent has a tag yet</source>
        <translation>Noch kein Agent hat ein Schlagwort</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>&amp;New agent</source>
        <translation>&amp;Neuer Agent</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>New agent (%1)</source>
        <translation>Neuer Agent (%1)</translation>
    </message>
    <message>
        <source>&amp;Duplicate agent</source>
        <translation>Agent &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Archive or restore agent</source>
        <translation>Agent &amp;archivieren oder wiederherstellen</translation>
    </message>
    <message>
        <source>De&amp;lete agent</source>
        <translation>Agent &amp;löschen</translation>
    </message>
    <message>
        <source>Still indexing: more may be found in a moment.</source>
        <translation>Der Index wird noch aufgebaut: Gleich ist vielleicht mehr zu finden.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No agent fits the search and the filters.</source>
        <translation>Kein Agent passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>Das Archiv ist leer</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“%1” was archived.</source>
        <translation>„%1“ wurde archiviert.</translation>
    </message>
    <message>
        <source>“%1” is back from the archive.</source>
        <translation>„%1“ ist aus dem Archiv zurück.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importieren und exportieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>&amp;Import agents…</source>
        <translation>Agenten &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Export agent…</source>
        <translation>Agent e&amp;xportieren …</translation>
    </message>
    <message>
        <source>E&amp;xport the whole library…</source>
        <translation>&amp;Gesamte Bibliothek exportieren …</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LibraryVm</name>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogPane</name>
    <message>
        <source>Stay at the end (End)</source>
        <translation>Am Ende bleiben (Ende)</translation>
    </message>
    <message>
        <source>Show the run before this one</source>
        <translation>Den Lauf vor diesem zeigen</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>Zeiten zeigen</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Ctrl+F)</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Protokoll speichern …</translation>
    </message>
    <message>
        <source>Find in this log</source>
        <translation>In diesem Protokoll suchen</translation>
    </message>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>Vorheriges suchen (Shift+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>Nächstes suchen (F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Saving the log</source>
        <translation>Protokoll wird gespeichert</translation>
    </message>
    <message>
        <source>Saving… %p %</source>
        <translation>Wird gespeichert … %p %</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>%1 older lines are not kept</source>
        <translation>%1 ältere Zeilen sind nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many matches so far</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.log *.txt);;All files (*)</source>
        <translation>Text (*.log *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::LogVm</name>
    <message>
        <source>%1 is not read: these are too many at once.</source>
        <translation>%1 wird nicht gelesen: Das sind zu viele auf einmal.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MainWindow</name>
    <message>
        <source>AI Agent Generator</source>
        <translation>AI Agent Generator</translation>
    </message>
    <message>
        <source>Where runs are sent. Opens the settings.</source>
        <translation>Wohin Läufe gesendet werden. Öffnet die Einstellungen.</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>Probe: kein Modell beteiligt</translation>
    </message>
    <message>
        <source>No provider chosen</source>
        <translation>Kein Anbieter gewählt</translation>
    </message>
    <message>
        <source>Runs go to %1</source>
        <translation>Läufe gehen an %1</translation>
    </message>
    <message>
        <source>1 run going on</source>
        <translation>1 Lauf im Gange</translation>
    </message>
    <message numerus="yes">
        <source>%n runs going on</source>
        <translation>
            <numerusform>%n Lauf im Gange</numerusform>
            <numerusform>%n Läufe im Gange</numerusform>
        </translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation>&amp;Befehlspalette</translation>
    </message>
    <message>
        <source>&amp;Find in this page</source>
        <translation>Auf dieser Seite &amp;suchen</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>Nächster Be&amp;reich</translation>
    </message>
    <message>
        <source>Previous p&amp;ane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Be&amp;enden</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>%1 – AI Agent Generator</source>
        <translation>%1 – AI Agent Generator</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not take this computer&apos;s sign-in any more. Your edits are kept here and wait until you sign in again.</source>
        <translation>Der Server nimmt die Anmeldung dieses Rechners nicht mehr an. Die Änderungen bleiben hier und warten auf eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>Neu anmelden…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MergeForm</name>
    <message>
        <source>Finish Merge</source>
        <translation>Zusammenführung abschließen</translation>
    </message>
    <message>
        <source>Cancel Merge</source>
        <translation>Zusammenführung abbrechen</translation>
    </message>
    <message>
        <source>Fields that both changed</source>
        <translation>Felder, die beide geändert haben</translation>
    </message>
    <message>
        <source>Fields that both changed, each in its own way: %1. Choose for each what goes on. Everything else is merged already.</source>
        <translation>Felder, die beide auf je eigene Weise geändert haben: %1. Für jedes wählen, was weitergelten soll. Alles andere ist bereits zusammengeführt.</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Theirs (%1)</source>
        <translation>Andere (%1)</translation>
    </message>
    <message>
        <source>What both made of it: %1</source>
        <translation>Was beide daraus gemacht haben: %1</translation>
    </message>
    <message>
        <source>%1: mine</source>
        <translation>%1: eigene Fassung</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1: theirs</source>
        <translation>%1: andere Fassung</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Selbst schreiben</translation>
    </message>
    <message>
        <source>%1: write it</source>
        <translation>%1: selbst schreiben</translation>
    </message>
    <message>
        <source>%1, as it shall be</source>
        <translation>%1, wie es werden soll</translation>
    </message>
    <message>
        <source>%1: taken away</source>
        <translation>%1: entfernt</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::MessageStrip</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelCombo</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The provider&apos;s default</source>
        <translation>Vorgabe des Anbieters</translation>
    </message>
    <message>
        <source>Models that the provider offers</source>
        <translation>Modelle, die der Anbieter anbietet</translation>
    </message>
    <message>
        <source>Models that the program knows; opening the list asks the provider</source>
        <translation>Modelle, die das Programm kennt; beim Öffnen der Liste wird der Anbieter gefragt</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelListVm</name>
    <message>
        <source>%1 of context</source>
        <translation>%1 Kontext</translation>
    </message>
    <message>
        <source>$%1 in, $%2 out per million tokens</source>
        <translation>%1 $ Eingabe, %2 $ Ausgabe je Million Token</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelTable</name>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>unless effort is “none”: %1</source>
        <comment>a list of parameters</comment>
        <translation>außer bei Aufwand „none“: %1</translation>
    </message>
    <message>
        <source>Every model whose name begins so, unless it has a row of its own.</source>
        <translation>Jedes Modell, dessen Name so beginnt, sofern es keine eigene Zeile hat.</translation>
    </message>
    <message>
        <source>Above %1 input tokens: input ×%2, output ×%3.</source>
        <translation>Über %1 Eingabe-Token: Eingabe ×%2, Ausgabe ×%3.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Price since</source>
        <translation>Preis seit</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Lehnt ab</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ModelsSection</name>
    <message>
        <source>Models and prices</source>
        <translation>Modelle und Preise</translation>
    </message>
    <message>
        <source>Prices are in US dollars for a million tokens, at the standard tier. Costs that the program shows are worked out from them; the provider&apos;s bill is what counts.</source>
        <translation>Preise in US-Dollar für eine Million Token, im Standardtarif. Die vom Programm angezeigten Kosten sind daraus berechnet; maßgeblich ist die Rechnung des Anbieters.</translation>
    </message>
    <message>
        <source>To correct the table, put a file of your own at %1. It is read at the start and used instead of the one that came with the program. “Refuses” also grows by what providers answer.</source>
        <translation>Zum Berichtigen der Tabelle eine eigene Datei unter %1 ablegen. Sie wird beim Start gelesen und anstelle der mitgelieferten verwendet. „Lehnt ab“ wächst auch durch das, was Anbieter antworten.</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Your own table cannot be read, so the one that came with the program is used: %1</source>
        <translation>Die eigene Tabelle kann nicht gelesen werden, deshalb wird die mitgelieferte verwendet: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NetworkSection</name>
    <message>
        <source>What the desktop&apos;s own settings say, a configuration script included.</source>
        <translation>Was die Einstellungen der Arbeitsumgebung sagen, auch ein Konfigurationsskript.</translation>
    </message>
    <message>
        <source>Every server is reached directly.</source>
        <translation>Jeder Server wird direkt erreicht.</translation>
    </message>
    <message>
        <source>What https_proxy, http_proxy, all_proxy and no_proxy said when the program was started.</source>
        <translation>Was https_proxy, http_proxy, all_proxy und no_proxy beim Start des Programms sagten.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>Aus der Umgebung</translation>
    </message>
    <message>
        <source>&amp;Use:</source>
        <translation>&amp;Verwenden:</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation>proxy.example.com</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the proxy&apos;s password</source>
        <translation>Das Passwort des Proxys vergessen</translation>
    </message>
    <message>
        <source>localhost, .example.com, 10.0.0.0/8</source>
        <translation>localhost, .example.com, 10.0.0.0/8</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>User &amp;name:</source>
        <translation>Benutzer&amp;name:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>&amp;Not for:</source>
        <translation>N&amp;icht für:</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Trusted beside those of the system. A company that inspects traffic gives out such a file (PEM).</source>
        <translation>Neben denen des Systems vertrauenswürdig. Eine Firma, die den Datenverkehr untersucht, gibt eine solche Datei (PEM) aus.</translation>
    </message>
    <message>
        <source>Certificate files</source>
        <translation>Zertifikatdateien</translation>
    </message>
    <message>
        <source>Add File…</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Take Out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Add Certificates</source>
        <translation>Zertifikate hinzufügen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation>Test stoppen</translation>
    </message>
    <message>
        <source>Apply and Test</source>
        <translation>Anwenden und testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>gespeichert; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>There is no key store here: the password is kept only until the program ends.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Passwort bleibt nur bis zum Ende des Programms erhalten.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet …</translation>
    </message>
    <message>
        <source>Asking “%1” for its models…</source>
        <translation>„%1“ wird nach seinen Modellen gefragt …</translation>
    </message>
    <message>
        <source>“%1” was reached and answered.</source>
        <translation>„%1“ wurde erreicht und hat geantwortet.</translation>
    </message>
    <message>
        <source>Applied. Requests go this way from now on.</source>
        <translation>Angewendet. Anfragen gehen von jetzt an diesen Weg.</translation>
    </message>
    <message>
        <source>The proxy has changed. The password of the old one is not sent there: give it again.</source>
        <translation>Der Proxy hat sich geändert. Das Passwort des alten wird nicht dorthin gesendet: Es erneut angeben.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::NetworkVm</name>
    <message>
        <source>Give the name or address of the proxy.</source>
        <translation>Den Namen oder die Adresse des Proxys angeben.</translation>
    </message>
    <message>
        <source>Give only the name or address, without “http://” and path.</source>
        <translation>Nur den Namen oder die Adresse angeben, ohne „http://“ und Pfad.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>This file cannot be used: it is missing, unreadable, or holds no certificate (PEM).</source>
        <translation>Diese Datei kann nicht verwendet werden: Sie fehlt, ist nicht lesbar oder enthält kein Zertifikat (PEM).</translation>
    </message>
    <message>
        <source>This list cannot be read: separate host names by commas.</source>
        <translation>Diese Liste kann nicht gelesen werden: Hostnamen durch Kommas trennen.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::OtherKindsView</name>
    <message>
        <source>More kinds</source>
        <translation>Weitere Arten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the objects</source>
        <translation>Die Objekte filtern</translation>
    </message>
    <message>
        <source>Copy the object</source>
        <translation>Das Objekt kopieren</translation>
    </message>
    <message>
        <source>Close the object</source>
        <translation>Das Objekt schließen</translation>
    </message>
    <message>
        <source>The object</source>
        <translation>Das Objekt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>These are the first %1; %2 more are not shown.</source>
        <translation>Das sind die ersten %1; %2 weitere werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>These are the first %1; there are more.</source>
        <translation>Das sind die ersten %1; es gibt noch mehr.</translation>
    </message>
    <message>
        <source>No answer from %1: kinds may be missing.</source>
        <translation>Keine Antwort von %1: Arten können fehlen.</translation>
    </message>
    <message>
        <source>What is shown is older: %1</source>
        <translation>Das Gezeigte ist älter: %1</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>The cluster is not open.</source>
        <translation>Der Cluster ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Choose a kind</source>
        <translation>Eine Art wählen</translation>
    </message>
    <message>
        <source>ConfigMaps, volumes, service accounts and what operators bring: every kind that has no table of its own here. Secrets are never read.</source>
        <translation>ConfigMaps, Volumes, Dienstkonten und was Operatoren mitbringen: jede Art, die hier keine eigene Tabelle hat. Secrets werden nie gelesen.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>None of them fits the filter.</source>
        <translation>Nichts davon passt zum Filter.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · read %2</source>
        <translation>%1 · gelesen %2</translation>
    </message>
    <message>
        <source>%1 · read %2, again every %3 s</source>
        <translation>%1 · gelesen %2, alle %3 s erneut</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ParameterForm</name>
    <message>
        <source>No parameter is set, so none is sent: the model uses its own defaults.</source>
        <translation>Kein Parameter ist gesetzt, also wird keiner gesendet: Das Modell verwendet seine eigenen Vorgaben.</translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation>Parameter hinzufügen</translation>
    </message>
    <message>
        <source>Name of the parameter, then Return</source>
        <translation>Name des Parameters, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Name of the parameter</source>
        <translation>Name des Parameters</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Anderer …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation>Möglich ist: %1.</translation>
    </message>
    <message>
        <source>Not sent: it takes %1.</source>
        <translation>Wird nicht gesendet; möglich ist: %1.</translation>
    </message>
    <message>
        <source>%1 refuses this parameter. Remove it, or choose another model.</source>
        <translation>%1 lehnt diesen Parameter ab. Ihn entfernen oder ein anderes Modell wählen.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Einladen…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Devices of this member</source>
        <translation>Geräte dieses Mitglieds</translation>
    </message>
    <message>
        <source>Role of this member</source>
        <translation>Rolle dieses Mitglieds</translation>
    </message>
    <message>
        <source>Change Role…</source>
        <translation>Rolle ändern…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Invitations that wait</source>
        <translation>Offene Einladungen</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Zurückziehen…</translation>
    </message>
    <message>
        <source>Make %1 “%2”? %3</source>
        <translation>%1 zu „%2“ machen? %3</translation>
    </message>
    <message>
        <source>Change Role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Let %1 in again?</source>
        <translation>%1 wieder einlassen?</translation>
    </message>
    <message>
        <source>Let In</source>
        <translation>Einlassen</translation>
    </message>
    <message>
        <source>Keep %1 out, at once? What they wrote stays; they can be let in again.</source>
        <translation>%1 sofort aussperren? Das Geschriebene bleibt; wieder einlassen ist möglich.</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Remove %1 from the workspace? What they wrote stays; to come back they need a new invitation.</source>
        <translation>%1 aus dem Arbeitsbereich entfernen? Das Geschriebene bleibt; zurück geht es nur mit einer neuen Einladung.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Withdraw the invitation of %1? Its code is worth nothing then.</source>
        <translation>Die Einladung von %1 zurückziehen? Ihr Code gilt dann nicht mehr.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Not shared yet</source>
        <translation>Noch nicht geteilt</translation>
    </message>
    <message>
        <source>Sign in at a server to share it with others. Members of the workspace then stand here.</source>
        <translation>Bei einem Server anmelden, um sie mit anderen zu teilen. Die Mitglieder des Arbeitsbereichs stehen dann hier.</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>Bei einem Server anmelden…</translation>
    </message>
    <message>
        <source>People are not to be seen now</source>
        <translation>Die Personen sind gerade nicht zu sehen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>People in %1</source>
        <translation>Personen in %1</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>Eigene Geräte</translation>
    </message>
    <message>
        <source>Devices of %1</source>
        <translation>Geräte von %1</translation>
    </message>
    <message>
        <source>Let In…</source>
        <translation>Einlassen…</translation>
    </message>
    <message>
        <source>You cannot keep yourself out.</source>
        <translation>Sich selbst aussperren geht nicht.</translation>
    </message>
    <message>
        <source>Leave It</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Leave the workspace? What you wrote stays there; to come back you need a new invitation.</source>
        <translation>Den Arbeitsbereich verlassen? Das Geschriebene bleibt dort; zurück geht es nur mit einer neuen Einladung.</translation>
    </message>
    <message>
        <source>1 edit of yours is not sent yet: it stays on this computer, and the others never get it.</source>
        <translation>1 Änderung von Ihnen ist noch nicht gesendet: Sie bleibt auf diesem Rechner, und die anderen bekommen sie nie.</translation>
    </message>
    <message numerus="yes">
        <source>%n edits of yours are not sent yet: they stay on this computer, and the others never get them.</source>
        <translation>
            <numerusform>%n Änderungen von Ihnen sind noch nicht gesendet: Sie bleiben auf diesem Rechner, und die anderen bekommen sie nie.</numerusform>
            <numerusform>%n Änderungen von Ihnen sind noch nicht gesendet: Sie bleiben auf diesem Rechner, und die anderen bekommen sie nie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PeopleVm</name>
    <message>
        <source>Sign in at a server to work with others.</source>
        <translation>Bei einem Server anmelden, um mit anderen zu arbeiten.</translation>
    </message>
    <message>
        <source>People can be looked after only while the server is there.</source>
        <translation>Personen lassen sich nur verwalten, solange der Server da ist.</translation>
    </message>
    <message>
        <source>Only an administrator of this workspace can invite and change people.</source>
        <translation>Nur die Verwaltung dieses Arbeitsbereichs kann Personen einladen und ändern.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PlaygroundPane</name>
    <message>
        <source>Playground</source>
        <translation>Probebühne</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>In der Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorherige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>You are writing an earlier message anew; what followed it stays in Runs. Esc ends this.</source>
        <translation>Eine frühere Nachricht wird neu geschrieben; was ihr folgte, bleibt unter „Läufe“. Esc beendet dies.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>S&amp;top, or back</source>
        <translation>S&amp;toppen oder zurück</translation>
    </message>
    <message>
        <source>New &amp;conversation</source>
        <translation>Neue Unter&amp;haltung</translation>
    </message>
    <message>
        <source>&amp;Details of the last run</source>
        <translation>&amp;Einzelheiten des letzten Laufs</translation>
    </message>
    <message>
        <source>Go to &amp;message</source>
        <translation>Zur Na&amp;chricht gehen</translation>
    </message>
    <message>
        <source>Run the draft with this message</source>
        <translation>Den Entwurf mit dieser Nachricht ausführen</translation>
    </message>
    <message>
        <source>Stop; what has arrived is kept</source>
        <translation>Stoppen; was angekommen ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation>Probe: kein Modell beteiligt</translation>
    </message>
    <message>
        <source>no provider chosen</source>
        <translation>kein Anbieter gewählt</translation>
    </message>
    <message>
        <source>no model chosen</source>
        <translation>kein Modell gewählt</translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation>1 Parameter</translation>
    </message>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n Parameter</numerusform>
            <numerusform>%n Parameter</numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>Antwort läuft …</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>Warten auf das erste Wort …</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>Attempt %1 follows by itself.</source>
        <translation>Versuch %1 folgt von selbst.</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>A run needs a value for: %1.</source>
        <translation>Ein Lauf braucht einen Wert für: %1.</translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation>Ausfüllen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::PlaygroundVm</name>
    <message>
        <source>Generating…</source>
        <translation>Wird erzeugt …</translation>
    </message>
    <message>
        <source>The answer is complete.</source>
        <translation>Die Antwort ist vollständig.</translation>
    </message>
    <message>
        <source>The answer has ended early.</source>
        <translation>Die Antwort endete vorzeitig.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ProviderEditor</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Use for Runs</source>
        <translation>Für Läufe verwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>my-server</source>
        <translation>mein-server</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation>&amp;Basis-URL:</translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation>Responses (OpenAI)</translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation>Chat Completions (kompatible Server)</translation>
    </message>
    <message>
        <source>&amp;API:</source>
        <translation>&amp;API:</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>In the system&apos;s key store</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>In memory, until the program ends</source>
        <translation>Im Arbeitsspeicher, bis das Programm endet</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>Aus einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ohne Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Woher:</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Den Schlüssel vergessen</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>&amp;Variable:</source>
        <translation>&amp;Variable:</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Default &amp;model:</source>
        <translation>Standard&amp;modell:</translation>
    </message>
    <message>
        <source>For agents that name no model. Test fills the list.</source>
        <translation>Für Agenten, die kein Modell nennen. „Testen“ füllt die Liste.</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>&amp;Organisation:</translation>
    </message>
    <message>
        <source>&amp;Project:</source>
        <translation>&amp;Projekt:</translation>
    </message>
    <message>
        <source>Both may stay empty. OpenAI bills the key&apos;s own ones then.</source>
        <translation>Beide dürfen leer bleiben. OpenAI rechnet dann über die des Schlüssels ab.</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved. It answers on this computer from the agent&apos;s own fields; nothing is sent anywhere.</source>
        <translation>Probe: kein Modell beteiligt. Die Antworten entstehen auf diesem Rechner aus den Feldern des Agenten; nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Runs go here.</source>
        <translation>Läufe gehen hierhin.</translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation>Test stoppen</translation>
    </message>
    <message>
        <source>Save and Test</source>
        <translation>Speichern und testen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>typed, not saved yet</source>
        <translation>eingegeben, noch nicht gespeichert</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>gespeichert; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>The program was started with OPENAI_API_KEY, which goes before any key kept here.</source>
        <translation>Das Programm wurde mit OPENAI_API_KEY gestartet; diese Variable hat Vorrang vor jedem hier aufbewahrten Schlüssel.</translation>
    </message>
    <message>
        <source>Read when the program is started, and kept nowhere.</source>
        <translation>Wird beim Start des Programms gelesen und nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>For servers that want none.</source>
        <translation>Für Server, die keinen verlangen.</translation>
    </message>
    <message>
        <source>The address has changed. The key of the old one is not sent there: give it again.</source>
        <translation>Die Adresse hat sich geändert. Der Schlüssel der alten wird nicht dorthin gesendet: Ihn erneut angeben.</translation>
    </message>
    <message>
        <source>The key store is locked or does not answer. Unlock it, or give the key again.</source>
        <translation>Der Schlüsselbund ist gesperrt oder antwortet nicht. Ihn entsperren oder den Schlüssel erneut angeben.</translation>
    </message>
    <message>
        <source>The key store did not take the key: it is kept only until the program ends.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht angenommen: Er bleibt nur bis zum Ende des Programms erhalten.</translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends. To give it at every start, use an environment variable.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Der Schlüssel bleibt nur bis zum Ende des Programms erhalten. Eine Umgebungsvariable stellt ihn bei jedem Start bereit.</translation>
    </message>
    <message>
        <source>It is never shown again, and is in no file of this program.</source>
        <translation>Er wird nie wieder angezeigt und steht in keiner Datei dieses Programms.</translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation>Er kommt in den Schlüsselbund des Systems und in keine Datei dieses Programms.</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>%1 wird nach Modellen gefragt …</translation>
    </message>
    <message>
        <source>Address and key are right, but no model is offered.</source>
        <translation>Adresse und Schlüssel stimmen, aber es wird kein Modell angeboten.</translation>
    </message>
    <message>
        <source>Address and key are right. One model is offered.</source>
        <translation>Adresse und Schlüssel stimmen. Ein Modell wird angeboten.</translation>
    </message>
    <message numerus="yes">
        <source>Address and key are right. %n models are offered.</source>
        <translation>
            <numerusform>Adresse und Schlüssel stimmen. %n Modell wird angeboten.</numerusform>
            <numerusform>Adresse und Schlüssel stimmen. %n Modelle werden angeboten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ProvidersSection</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation>Den Anbieter entfernen</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (nicht gespeichert)</translation>
    </message>
    <message>
        <source>Runs go here: %1</source>
        <translation>Läufe gehen hierhin: %1</translation>
    </message>
    <message>
        <source>%1, runs go here</source>
        <translation>%1, Läufe gehen hierhin</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <source>“%1” was removed, with its key.</source>
        <translation>„%1“ wurde mitsamt dem Schlüssel entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Find previous (Shift+Return)</source>
        <translation>Vorherige Fundstelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Find next (Return)</source>
        <translation>Nächste Fundstelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many matches so far</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunDetailsPane</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>Teile des Laufs</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wiederaufnehmen</translation>
    </message>
    <message>
        <source>Fetches what the provider has gone on to write</source>
        <translation>Holt, was der Anbieter weitergeschrieben hat</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on with this conversation beside the agent</source>
        <translation>Setzt diese Unterhaltung neben dem Agenten fort</translation>
    </message>
    <message>
        <source>Run Without</source>
        <translation>Ohne ausführen</translation>
    </message>
    <message>
        <source>Run again without a parameter</source>
        <translation>Ohne einen Parameter erneut ausführen</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>Mehr zu diesem Lauf</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Continue this conversation</source>
        <translation>Diese &amp;Unterhaltung fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Open the agent</source>
        <translation>A&amp;gent öffnen</translation>
    </message>
    <message>
        <source>&amp;Delete this run</source>
        <translation>Diesen Lauf &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Stop this run</source>
        <translation>Diesen Lauf &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Find in this conversation</source>
        <translation>In &amp;dieser Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Copy the &amp;answer</source>
        <translation>&amp;Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy the conversation as &amp;Markdown</source>
        <translation>Unterhaltung als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;curl, without the key</source>
        <translation>Als &amp;curl kopieren, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Export as Markdown…</source>
        <translation>Als Markdown e&amp;xportieren …</translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation>Als &amp;JSON exportieren …</translation>
    </message>
    <message>
        <source>Run again without %1</source>
        <translation>Ohne %1 erneut ausführen</translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation>Als Markdown exportieren</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Als JSON exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md);;All files (*)</source>
        <translation>Markdown (*.md);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No run is open</source>
        <translation>Kein Lauf geöffnet</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The run could not be read</source>
        <translation>Der Lauf konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation>Der Lauf „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 Trying again in %2.</source>
        <translation>%1 Neuer Versuch in %2.</translation>
    </message>
    <message>
        <source>Open the &amp;version it used</source>
        <translation>Die verwendete &amp;Version öffnen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunFactsView</name>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact&apos;s label and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>Diese Version öffnen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunListModel</name>
    <message>
        <source>(empty message)</source>
        <translation>(leere Nachricht)</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>message, status, facts, time</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunListPane</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Search messages and answers</source>
        <translation>Nachrichten und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Filter by agent</source>
        <translation>Nach Agent filtern</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>Jeder Agent</translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation>Läufe, neueste zuerst</translation>
    </message>
    <message>
        <source>Filter by outcome: %1</source>
        <translation>Nach Ergebnis filtern: %1</translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation>Nach Ergebnis filtern</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every run of an agent is kept here, with its answer, times and cost.</source>
        <translation>Jeder Lauf eines Agenten wird hier aufbewahrt, mit Antwort, Zeiten und Kosten.</translation>
    </message>
    <message>
        <source>Try an Agent</source>
        <translation>Agent ausprobieren</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No run fits the search and the filters.</source>
        <translation>Kein Lauf passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>Show All Runs</source>
        <translation>Alle Läufe anzeigen</translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>Die Läufe konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunRequestView</name>
    <message>
        <source>Parameters and variables</source>
        <translation>Parameter und Variablen</translation>
    </message>
    <message>
        <source>Prompt as it was used</source>
        <translation>Prompt, wie er verwendet wurde</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Den Prompt kopieren</translation>
    </message>
    <message>
        <source>Request for a terminal, without the key</source>
        <translation>Anfrage für ein Terminal, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>Die Anfrage kopieren</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::RunsVm</name>
    <message>
        <source>Exported to %1.</source>
        <translation>Exportiert nach %1.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SectionBar</name>
    <message>
        <source>More sections</source>
        <translation>Weitere Abschnitte</translation>
    </message>
    <message>
        <source>Close the section</source>
        <translation>Abschnitt schließen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ServerSection</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A team shares one library through a server. Without one, everything stays on this computer. When you sign in, the agents of this library become those of your personal workspace there.</source>
        <translation>Ein Team teilt eine Bibliothek über einen Server. Ohne Server bleibt alles auf diesem Rechner. Mit der Anmeldung werden die Agenten dieser Bibliothek die Ihres persönlichen Arbeitsbereichs dort.</translation>
    </message>
    <message>
        <source>Not needed with a link</source>
        <translation>Mit einem Link nicht nötig</translation>
    </message>
    <message>
        <source>&amp;Address or link:</source>
        <translation>&amp;Adresse oder Link:</translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation>&amp;Code:</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Signed in as:</source>
        <translation>Angemeldet als:</translation>
    </message>
    <message>
        <source>Sign Out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>Eigene Geräte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Eigene Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Name of a new workspace</source>
        <translation>Name eines neuen Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Make Workspace</source>
        <translation>Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Signing In…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>This computer has no key store, so the sign-in ends with the program. For a machine that works by itself, use an access token in AIAGENT_TOKEN.</source>
        <translation>Dieser Rechner hat keinen Schlüsselspeicher, deshalb endet die Anmeldung mit dem Programm. Für einen Rechner, der selbständig arbeitet, ein Zugriffstoken in AIAGENT_TOKEN verwenden.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This computer has no key store: the sign-in ends with the program.</source>
        <translation>Dieser Rechner hat keinen Schlüsselspeicher: die Anmeldung endet mit dem Programm.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Sign this computer out? The library stays here; what is not sent yet waits until you sign in again with a new invitation.</source>
        <translation>Diesen Rechner abmelden? Die Bibliothek bleibt hier; was noch nicht gesendet ist, wartet auf eine neue Anmeldung mit einer neuen Einladung.</translation>
    </message>
    <message>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stay Signed In</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Sign this computer out? Not sent yet: %1. That stays here, nobody else sees it, and it is sent when you sign in again with a new invitation.</source>
        <translation>Diesen Rechner abmelden? Noch nicht gesendet: %1. Das bleibt hier, niemand sonst sieht es, und es wird gesendet, wenn Sie sich mit einer neuen Einladung wieder anmelden.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SettingsPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Kurzbefehle</translation>
    </message>
    <message>
        <source>Models and prices</source>
        <translation>Modelle und Preise</translation>
    </message>
    <message>
        <source>Data and logs</source>
        <translation>Daten und Protokolle</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Uploaded files</source>
        <translation>Hochgeladene Dateien</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>Kurzbefehle</translation>
    </message>
    <message>
        <source>Put All Back</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Kurzbefehle suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kurzbefehl</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Kurzbefehle</translation>
    </message>
    <message>
        <source>New shortcut: press the keys</source>
        <translation>Neuer Kurzbefehl: die Tasten drücken</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Leave this command without a shortcut</source>
        <translation>Diesen Befehl ohne Kurzbefehl lassen</translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Click into the field and press the keys.</source>
        <translation>In das Feld klicken und die Tasten drücken.</translation>
    </message>
    <message>
        <source>These keys belong to “%1”. With Change they move here.</source>
        <translation>Diese Tasten gehören zu „%1“. Mit „Ändern“ gehen sie hierher über.</translation>
    </message>
    <message>
        <source>Change and Take Over</source>
        <translation>Ändern und übernehmen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SignalsRow</name>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not to be had</source>
        <translation>nicht zu bekommen</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>Letzte %1 zeigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SignalsView</name>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Datenverkehr</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>No Prometheus belongs to this environment, so there are only the processors and the memory in use now (metrics.k8s.io), from when this page was opened.</source>
        <translation>Zu dieser Umgebung gehört kein Prometheus, deshalb gibt es nur die jetzige Nutzung von Prozessoren und Speicher (metrics.k8s.io), ab dem Öffnen dieser Seite.</translation>
    </message>
    <message>
        <source>Nothing was measured in this time</source>
        <translation>In dieser Zeit wurde nichts gemessen</translation>
    </message>
    <message>
        <source>Error budget: %1</source>
        <translation>Fehlerbudget: %1</translation>
    </message>
    <message>
        <source>Alert: %1 (%2)</source>
        <translation>Alarm: %1 (%2)</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>anstehend</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncIndicator</name>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncStatusView</name>
    <message>
        <source>State of sync</source>
        <translation>Zustand des Abgleichs</translation>
    </message>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Verify Now</source>
        <translation>Jetzt überprüfen</translation>
    </message>
    <message>
        <source>Fetches everything and holds it against what is here. Nothing of yours is lost.</source>
        <translation>Holt alles und vergleicht es mit dem, was hier ist. Nichts Eigenes geht verloren.</translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>For a report: states and numbers, no content and no secrets.</source>
        <translation>Für eine Meldung: Zustände und Zahlen, keine Inhalte und keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Sign In at a Server…</source>
        <translation>Bei einem Server anmelden…</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>address, role</comment>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>last change %1</source>
        <translation>letzte Änderung %1</translation>
    </message>
    <message>
        <source>not fetched as a whole yet</source>
        <translation>noch nicht vollständig geholt</translation>
    </message>
    <message>
        <source>1 edit to be sent</source>
        <translation>1 Änderung zu senden</translation>
    </message>
    <message numerus="yes">
        <source>%n edits to be sent</source>
        <translation>
            <numerusform>%n Änderung zu senden</numerusform>
            <numerusform>%n Änderungen zu senden</numerusform>
        </translation>
    </message>
    <message>
        <source>changes of others come at once</source>
        <translation>Änderungen anderer kommen sofort</translation>
    </message>
    <message>
        <source>Sign In Again…</source>
        <translation>Neu anmelden…</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::SyncVm</name>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>1 edit to be sent</source>
        <translation>1 Änderung zu senden</translation>
    </message>
    <message numerus="yes">
        <source>%n edits to be sent</source>
        <translation>
            <numerusform>%n Änderung zu senden</numerusform>
            <numerusform>%n Änderungen zu senden</numerusform>
        </translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>Nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Sending 1 edit</source>
        <translation>Sendet 1 Änderung</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n edits</source>
        <translation>
            <numerusform>Sendet %n Änderung</numerusform>
            <numerusform>Sendet %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Holt</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Not a member any more</source>
        <translation>Nicht mehr Mitglied</translation>
    </message>
    <message>
        <source>Needs a newer program</source>
        <translation>Braucht ein neueres Programm</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>Diese Bibliothek ist nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>This computer is signed out. Edits wait here until it is signed in again.</source>
        <translation>Dieser Rechner ist abgemeldet. Änderungen warten hier auf eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Everything here is at the server, and everything there is here.</source>
        <translation>Alles von hier ist beim Server, und alles von dort ist hier.</translation>
    </message>
    <message>
        <source>Your edits are on their way to the server.</source>
        <translation>Die Änderungen sind auf dem Weg zum Server.</translation>
    </message>
    <message>
        <source>The library is being held against the server&apos;s.</source>
        <translation>Die Bibliothek wird mit der des Servers verglichen.</translation>
    </message>
    <message>
        <source>It goes on by itself. You can go on working; nothing is lost.</source>
        <translation>Es geht von selbst weiter. Weiterarbeiten ist möglich; nichts geht verloren.</translation>
    </message>
    <message>
        <source>There is no network. Edits are kept here and sent by themselves later.</source>
        <translation>Es gibt kein Netzwerk. Änderungen bleiben hier und werden später von selbst gesendet.</translation>
    </message>
    <message>
        <source>The server does not take this computer&apos;s sign-in any more. Edits wait here.</source>
        <translation>Der Server nimmt die Anmeldung dieses Rechners nicht mehr an. Änderungen warten hier.</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more. What is here stays here and is not sent.</source>
        <translation>Sie sind nicht mehr Mitglied dieses Arbeitsbereichs. Was hier ist, bleibt hier und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>The server wants a newer version of this program. Edits wait here.</source>
        <translation>Der Server verlangt eine neuere Version dieses Programms. Änderungen warten hier.</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>älteste %1</translation>
    </message>
    <message>
        <source>The oldest unsent edit is %1 old.</source>
        <translation>Die älteste ungesendete Änderung ist %1 alt.</translation>
    </message>
    <message>
        <source>You are not a member of this workspace any more, so nothing here can be changed.</source>
        <translation>Sie sind nicht mehr Mitglied dieses Arbeitsbereichs, deshalb lässt sich hier nichts ändern.</translation>
    </message>
    <message>
        <source>You may look at this workspace, not change it. An administrator can make you a member.</source>
        <translation>Sie dürfen diesen Arbeitsbereich ansehen, nicht ändern. Die Verwaltung kann Sie zum Mitglied machen.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ThingActions</name>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Protokolle</translation>
    </message>
    <message>
        <source>A&amp;ct</source>
        <translation>&amp;Eingreifen</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>On the server, without effect</source>
        <translation>Auf dem Server, ohne Wirkung</translation>
    </message>
    <message>
        <source>Roll &amp;Back to the Revision Before</source>
        <translation>Auf die vorige Revision &amp;zurückrollen</translation>
    </message>
    <message>
        <source>Roll Back t&amp;o</source>
        <translation>Zurückr&amp;ollen auf</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>&amp;Skalieren …</translation>
    </message>
    <message>
        <source>Replicas:</source>
        <translation>Replikate:</translation>
    </message>
    <message>
        <source>&amp;Pause the Rollout</source>
        <translation>Rollout &amp;pausieren</translation>
    </message>
    <message>
        <source>R&amp;esume the Rollout</source>
        <translation>Rollout &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Pro&amp;mote</source>
        <translation>&amp;Hochstufen</translation>
    </message>
    <message>
        <source>Promote &amp;Fully</source>
        <translation>&amp;Vollständig hochstufen</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>S&amp;witch to Other Pods…</source>
        <translation>Auf andere Pods &amp;umschalten …</translation>
    </message>
    <message>
        <source>Selector:</source>
        <translation>Selektor:</translation>
    </message>
    <message>
        <source>Run &amp;Now</source>
        <translation>&amp;Jetzt ausführen</translation>
    </message>
    <message>
        <source>&amp;Delete the Pod</source>
        <translation>Pod &amp;löschen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolCallCard</name>
    <message>
        <source>The command failed with exit code %1.</source>
        <translation>Der Befehl ist mit dem Rückgabewert %1 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The command crashed or was killed.</source>
        <translation>Der Befehl ist abgestürzt oder wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The command took longer than 30 seconds and was ended.</source>
        <translation>Der Befehl brauchte länger als 30 Sekunden und wurde beendet.</translation>
    </message>
    <message>
        <source>The command wrote more than 1 MiB and was ended.</source>
        <translation>Der Befehl schrieb mehr als 1 MiB und wurde beendet.</translation>
    </message>
    <message>
        <source>There is no such program, or it may not be run.</source>
        <translation>Ein solches Programm gibt es nicht, oder es darf nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>%1 on the server “%2”</source>
        <translation>%1 auf dem Server „%2“</translation>
    </message>
    <message>
        <source>The model calls %1</source>
        <translation>Das Modell ruft %1 auf</translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation>Argumente von %1</translation>
    </message>
    <message>
        <source>May the server be called with this?</source>
        <translation>Darf der Server damit aufgerufen werden?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>How to answer %1</source>
        <translation>Wie %1 beantwortet wird</translation>
    </message>
    <message>
        <source>Type the result</source>
        <translation>Ergebnis eingeben</translation>
    </message>
    <message>
        <source>Run a command on this computer</source>
        <translation>Befehl auf diesem Rechner ausführen</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Ergebnis von %1</translation>
    </message>
    <message>
        <source>JSON or text</source>
        <translation>JSON oder Text</translation>
    </message>
    <message>
        <source>Recorded answer of %1</source>
        <translation>Aufgezeichnete Antwort von %1</translation>
    </message>
    <message>
        <source>Record this answer</source>
        <translation>Diese Antwort aufzeichnen</translation>
    </message>
    <message>
        <source>It is offered again when the tool is called with the same arguments</source>
        <translation>Sie wird wieder angeboten, wenn das Werkzeug mit denselben Argumenten aufgerufen wird</translation>
    </message>
    <message>
        <source>Command for %1</source>
        <translation>Befehl für %1</translation>
    </message>
    <message>
        <source>/path/to/program and its arguments</source>
        <translation>/pfad/zum/programm und seine Argumente</translation>
    </message>
    <message>
        <source>Always allow exactly this command for this tool</source>
        <translation>Genau diesen Befehl für dieses Werkzeug immer erlauben</translation>
    </message>
    <message>
        <source>Run the Command</source>
        <translation>Befehl ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Output of the command</source>
        <translation>Ausgabe des Befehls</translation>
    </message>
    <message>
        <source>Recorded for these arguments</source>
        <translation>Für diese Argumente aufgezeichnet</translation>
    </message>
    <message>
        <source>No shell reads it. The arguments come as JSON on its standard input.</source>
        <translation>Keine Shell liest ihn. Die Argumente kommen als JSON auf seiner Standardeingabe.</translation>
    </message>
    <message>
        <source>Runs %1, with the arguments on its standard input.</source>
        <translation>Führt %1 aus, mit den Argumenten auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>Run and Always Allow</source>
        <translation>Ausführen und immer erlauben</translation>
    </message>
    <message>
        <source>Run Once</source>
        <translation>Einmal ausführen</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Wird ausgeführt …</translation>
    </message>
    <message>
        <source>Done. Its output is the result:</source>
        <translation>Erledigt. Die Ausgabe ist das Ergebnis:</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolCallsPane</name>
    <message>
        <source>Tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the answers; the conversation goes on</source>
        <translation>Die Antworten senden; die Unterhaltung geht weiter</translation>
    </message>
    <message>
        <source>Every call has its answer.</source>
        <translation>Jeder Aufruf hat seine Antwort.</translation>
    </message>
    <message>
        <source>One call waits for its answer.</source>
        <translation>Ein Aufruf wartet auf seine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%n calls wait for their answers.</source>
        <translation>
            <numerusform>%n Aufruf wartet auf seine Antwort.</numerusform>
            <numerusform>%n Aufrufe warten auf ihre Antworten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::ToolsSection</name>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>File search</source>
        <translation>Dateisuche</translation>
    </message>
    <message>
        <source>Code interpreter</source>
        <translation>Code-Interpreter</translation>
    </message>
    <message>
        <source>Image generation</source>
        <translation>Bilderzeugung</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Add a function</source>
        <translation>Funktion hinzufügen</translation>
    </message>
    <message>
        <source>Add a function that the model may call</source>
        <translation>Eine Funktion hinzufügen, die das Modell aufrufen darf</translation>
    </message>
    <message>
        <source>MCP server</source>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>Add an MCP server</source>
        <translation>MCP-Server hinzufügen</translation>
    </message>
    <message>
        <source>Add a server whose tools the model may call</source>
        <translation>Einen Server hinzufügen, dessen Werkzeuge das Modell aufrufen darf</translation>
    </message>
    <message>
        <source>Remove the tool (Delete)</source>
        <translation>Das Werkzeug entfernen (Delete)</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Als JSON bearbeiten</translation>
    </message>
    <message>
        <source>List of tools</source>
        <translation>Liste der Werkzeuge</translation>
    </message>
    <message>
        <source>Runs at OpenAI: %1</source>
        <translation>Läuft bei OpenAI: %1</translation>
    </message>
    <message>
        <source>Functions are answered by you or by a command in the playground; hosted tools and servers are called by OpenAI.</source>
        <translation>Funktionen werden auf der Probebühne von Hand oder durch einen Befehl beantwortet; gehostete Werkzeuge und Server ruft OpenAI auf.</translation>
    </message>
    <message>
        <source>Name of the function</source>
        <translation>Name der Funktion</translation>
    </message>
    <message>
        <source>Description of the function</source>
        <translation>Beschreibung der Funktion</translation>
    </message>
    <message>
        <source>When to call it, and what it gives</source>
        <translation>Wann sie aufzurufen ist und was sie liefert</translation>
    </message>
    <message>
        <source>Strict: arguments always fit the schema</source>
        <translation>Strikt: Argumente entsprechen immer dem Schema</translation>
    </message>
    <message>
        <source>Parameters of the function</source>
        <translation>Parameter der Funktion</translation>
    </message>
    <message>
        <source>This is not a JSON object yet; the last one that was is kept.</source>
        <translation>Dies ist noch kein JSON-Objekt; das letzte gültige bleibt erhalten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Label of the server</source>
        <translation>Bezeichnung des Servers</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Allowed tools of the server</source>
        <translation>Erlaubte Werkzeuge des Servers</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>Ask before every call</source>
        <translation>Vor jedem Aufruf fragen</translation>
    </message>
    <message>
        <source>Never ask</source>
        <translation>Nie fragen</translation>
    </message>
    <message>
        <source>As the JSON says</source>
        <translation>Wie im JSON angegeben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Allowed tools</source>
        <translation>Erlaubte Werkzeuge</translation>
    </message>
    <message>
        <source>All; or names, separated by commas</source>
        <translation>Alle; oder Namen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>%1 runs at OpenAI. Its settings are in the JSON.</source>
        <translation>%1 läuft bei OpenAI. Die Einstellungen stehen im JSON.</translation>
    </message>
    <message>
        <source>This kind of tool is edited as JSON.</source>
        <translation>Diese Art von Werkzeug wird als JSON bearbeitet.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::TranscriptPane</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Write a message and run it: the draft is used as it stands, nothing needs to be saved first.</source>
        <translation>Eine Nachricht schreiben und ausführen: Der Entwurf wird verwendet, wie er ist; nichts muss vorher gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::UploadsSection</name>
    <message>
        <source>Uploaded files</source>
        <translation>Hochgeladene Dateien</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>What runs have put at providers: large knowledge files, and vector stores of those that are searched. They are used again by later runs. Deleted ones are uploaded again when a run needs them.</source>
        <translation>Was Ausführungen bei Anbietern abgelegt haben: große Wissensdateien und Vektorspeicher derer, die durchsucht werden. Spätere Ausführungen verwenden sie wieder. Gelöschtes wird erneut hochgeladen, wenn eine Ausführung es braucht.</translation>
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
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Hochgeladen</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Behalten bis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>A month, about</source>
        <translation>Im Monat, etwa</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, for “%2”</source>
        <translation>%1, für „%2“</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI hold %1; up to %2 of all your stores is free. Price of %3.</source>
        <translation>Vektorspeicher bei OpenAI halten %1; bis %2 all Ihrer Speicher sind frei. Preis vom %3.</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI hold %1, of which %2 is free: about %3 a month. Price of %4.</source>
        <translation>Vektorspeicher bei OpenAI halten %1, davon sind %2 frei: etwa %3 im Monat. Preis vom %4.</translation>
    </message>
    <message>
        <source>Delete “%1” at the provider? This cannot be undone; the file itself stays with the agent.</source>
        <translation>„%1“ beim Anbieter löschen? Das lässt sich nicht rückgängig machen; die Datei selbst bleibt beim Agenten.</translation>
    </message>
    <message>
        <source>Delete %1 entries at the provider? This cannot be undone; the files themselves stay with the agents.</source>
        <translation>%1 Einträge beim Anbieter löschen? Das lässt sich nicht rückgängig machen; die Dateien selbst bleiben bei den Agenten.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing is uploaded</source>
        <translation>Nichts ist hochgeladen</translation>
    </message>
    <message>
        <source>Large knowledge files, and those that are searched, are put at the provider by a run. They are listed here, with what they cost.</source>
        <translation>Große Wissensdateien und solche, die durchsucht werden, legt eine Ausführung beim Anbieter ab. Hier stehen sie, mit ihren Kosten.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VariablesForm</name>
    <message>
        <source>Variables of the prompt</source>
        <translation>Variablen des Prompts</translation>
    </message>
    <message>
        <source>Needed for a run</source>
        <translation>Für einen Lauf nötig</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>Leer: %1</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Dies ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is none of the choices.</source>
        <translation>„%1“ steht nicht zur Auswahl.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VariablesSection</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahlwerte</translation>
    </message>
    <message>
        <source>Of a choice: what there is to choose from, separated by |</source>
        <translation>Bei einer Auswahl: was zur Wahl steht, durch | getrennt</translation>
    </message>
    <message>
        <source>Taken where a run gives no value</source>
        <translation>Gilt, wenn ein Lauf keinen Wert angibt</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Remove the variable (Delete)</source>
        <translation>Die Variable entfernen (Delete)</translation>
    </message>
    <message>
        <source>A variable needs a name.</source>
        <translation>Eine Variable braucht einen Namen.</translation>
    </message>
    <message>
        <source>Two variables are called “%1”.</source>
        <translation>Zwei Variablen heißen „%1“.</translation>
    </message>
    <message>
        <source>The default of “%1” does not fit its type.</source>
        <translation>Die Vorgabe von „%1“ passt nicht zum Typ.</translation>
    </message>
    <message>
        <source>“%1” has nothing to choose from.</source>
        <translation>„%1“ hat nichts zur Auswahl.</translation>
    </message>
    <message>
        <source>Used in the prompt as plain text fields: %1.</source>
        <translation>Im Prompt als einfache Textfelder verwendet: %1.</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionRowPainter</name>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>another line</source>
        <translation>anderer Zweig</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>Zusammenführung</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionRows</name>
    <message>
        <source>Draft, not saved</source>
        <translation>Entwurf, nicht gespeichert</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>another line</source>
        <translation>anderer Zweig</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>Zusammenführung</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionsPane</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Back to the editor (Esc)</source>
        <translation>Zurück zum Editor (Esc)</translation>
    </message>
    <message>
        <source>Changes it made</source>
        <translation>Änderungen darin</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Vergleich mit jetzt</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Makes this version&apos;s text a new version. Nothing is lost.</source>
        <translation>Macht den Text dieser Version zu einer neuen Version. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>More about this version</source>
        <translation>Mehr zu dieser Version</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>Liste der Versionen</translation>
    </message>
    <message>
        <source>Select two to compare them</source>
        <translation>Zwei auswählen, um sie zu vergleichen</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Name des Labels</translation>
    </message>
    <message>
        <source>Name of the label: small letters, digits, “.”, “_”, “-”</source>
        <translation>Name des Labels: Kleinbuchstaben, Ziffern, „.“, „_“, „-“</translation>
    </message>
    <message>
        <source>Add Label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>Anderes Label …</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <source>Copy hash of its content</source>
        <translation>Hash des Inhalts kopieren</translation>
    </message>
    <message>
        <source>History of the labels</source>
        <translation>Verlauf der Labels</translation>
    </message>
    <message>
        <source>%1, the first</source>
        <translation>%1, die erste</translation>
    </message>
    <message>
        <source>No label was ever moved.</source>
        <translation>Noch nie wurde ein Label verschoben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>This agent has another line: v%1.</source>
        <translation>Dieser Agent hat einen weiteren Zweig: v%1.</translation>
    </message>
    <message>
        <source>This agent has another line by %1: v%2.</source>
        <translation>Dieser Agent hat einen weiteren Zweig von %1: v%2.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::VersionsVm</name>
    <message>
        <source>Restored %1</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>“%1” was taken off %2.</source>
        <translation>„%1“ wurde von %2 entfernt.</translation>
    </message>
    <message>
        <source>“%1” points to %2.</source>
        <translation>„%1“ zeigt auf %2.</translation>
    </message>
    <message>
        <source>“%1” moved from %2 to %3.</source>
        <translation>„%1“ wurde von %2 nach %3 verschoben.</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>saved elsewhere</source>
        <translation>anderswo gespeichert</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspaceIndicator</name>
    <message>
        <source>Another workspace: %1</source>
        <translation>Anderer Arbeitsbereich: %1</translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspaceSwitcher</name>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>You are here as: %1. %2</source>
        <translation>Eigene Rolle hier: %1. %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>workspace, role</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>New Workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::ui::WorkspacesVm</name>
    <message>
        <source>not a member any more</source>
        <translation>nicht mehr Mitglied</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>neu anmelden</translation>
    </message>
    <message>
        <source>needs a newer program</source>
        <translation>braucht ein neueres Programm</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided</source>
        <translation>
            <numerusform>%n zu entscheiden</numerusform>
            <numerusform>%n zu entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>What waits is sent by itself, whichever workspace is open.</source>
        <translation>Was wartet, wird von selbst gesendet, gleich welcher Arbeitsbereich offen ist.</translation>
    </message>
    <message>
        <source>What waits is kept here and sent by itself later: %1.</source>
        <translation>Was wartet, bleibt hier und wird später von selbst gesendet: %1.</translation>
    </message>
    <message>
        <source>Press to open that workspace.</source>
        <translation>Ein Klick öffnet diesen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>1 edit waits in %1</source>
        <translation>1 Änderung wartet in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n edits wait in %1</source>
        <translation>
            <numerusform>%n Änderungen warten in %1</numerusform>
            <numerusform>%n Änderungen warten in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>What was written there stays here and is not sent.</source>
        <translation>Was dort geschrieben wurde, bleibt hier und wird nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n to be decided in %1</source>
        <translation>
            <numerusform>%n zu entscheiden in %1</numerusform>
            <numerusform>%n zu entscheiden in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits under Inbox there.</source>
        <translation>Es wartet dort unter Eingang.</translation>
    </message>
    <message>
        <source>1 edit in %1</source>
        <translation>1 Änderung in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n edits in %1</source>
        <translation>
            <numerusform>%n Änderungen in %1</numerusform>
            <numerusform>%n Änderungen in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::CodeEdit</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>%1 unchanged lines</source>
        <translation>%1 unveränderte Zeilen</translation>
    </message>
    <message>
        <source>removed: %1,</source>
        <translation>entfernt: %1,</translation>
    </message>
    <message>
        <source>added: %1,</source>
        <translation>hinzugefügt: %1,</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::MessageActionBar</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::PromptEdit</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::TimeChart</name>
    <message>
        <source>%1 %2</source>
        <comment>a series&apos; name and latest value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <translation>%1 (alt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a series&apos; name and a value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1 to %2</source>
        <translation>üblich: %1 bis %2</translation>
    </message>
</context>
<context>
    <name>aiagent::widgets::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>Zum Neuesten springen</translation>
    </message>
    <message>
        <source>Jump to latest (End)</source>
        <translation>Zum Neuesten springen (Ende)</translation>
    </message>
    <message>
        <source>Answer begins</source>
        <translation>Antwort beginnt</translation>
    </message>
    <message>
        <source>Answer failed</source>
        <translation>Antwort fehlgeschlagen</translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation>Antwort unterbrochen</translation>
    </message>
    <message>
        <source>Answer complete</source>
        <translation>Antwort vollständig</translation>
    </message>
    <message>
        <source>Open Link…</source>
        <translation>Link öffnen …</translation>
    </message>
    <message>
        <source>Copy Link Address</source>
        <translation>Linkadresse kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy Message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Edit Message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt …</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Folder that holds agents, runs and settings</source>
        <translation>Ordner mit Agenten, Läufen und Einstellungen</translation>
    </message>
    <message>
        <source>Print results as JSON</source>
        <translation>Ergebnisse als JSON ausgeben</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe anzeigen</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>Die Version anzeigen</translation>
    </message>
    <message>
        <source>What the agent is for</source>
        <translation>Wofür der Agent da ist</translation>
    </message>
    <message>
        <source>Instructions; may hold {{variables}}</source>
        <translation>Anweisungen; dürfen {{variables}} enthalten</translation>
    </message>
    <message>
        <source>Read the instructions from a file; - is standard input</source>
        <translation>Die Anweisungen aus einer Datei lesen; - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Model to run with</source>
        <translation>Modell für Läufe</translation>
    </message>
    <message>
        <source>Tag to add; may be repeated</source>
        <translation>Hinzuzufügendes Schlagwort; mehrfach möglich</translation>
    </message>
    <message>
        <source>Model parameter to set; may be repeated</source>
        <translation>Zu setzender Modellparameter; mehrfach möglich</translation>
    </message>
    <message>
        <source>JSON array of tools; - is standard input</source>
        <translation>JSON-Array der Werkzeuge; - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>JSON schema of the output; - is standard input</source>
        <translation>JSON-Schema der Ausgabe; - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Conversation starter to add; may be repeated</source>
        <translation>Hinzuzufügende Einstiegsfrage; mehrfach möglich</translation>
    </message>
    <message>
        <source>Made agent “%1” (%2).</source>
        <translation>Agent „%1“ angelegt (%2).</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Starter</source>
        <translation>Einstiegsfrage</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation>Ausgabeschema</translation>
    </message>
    <message>
        <source>Saved agent “%1” (%2).</source>
        <translation>Agent „%1“ gespeichert (%2).</translation>
    </message>
    <message>
        <source>Archived agent “%1” (%2).</source>
        <translation>Agent „%1“ archiviert (%2).</translation>
    </message>
    <message>
        <source>Restored agent “%1” (%2).</source>
        <translation>Agent „%1“ wiederhergestellt (%2).</translation>
    </message>
    <message>
        <source>Deleted agent “%1” (%2). Its runs are kept.</source>
        <translation>Agent „%1“ gelöscht (%2). Seine Läufe bleiben erhalten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Make an agent</source>
        <translation>Einen Agenten anlegen</translation>
    </message>
    <message>
        <source>List agents</source>
        <translation>Agenten auflisten</translation>
    </message>
    <message>
        <source>Words in name, description, prompt or tags; the last may be cut short</source>
        <translation>Wörter in Name, Beschreibung, Prompt oder Schlagwörtern; das letzte darf abgekürzt sein</translation>
    </message>
    <message>
        <source>Only agents with this tag; may be repeated</source>
        <translation>Nur Agenten mit diesem Schlagwort; mehrfach möglich</translation>
    </message>
    <message>
        <source>Only archived agents</source>
        <translation>Nur archivierte Agenten</translation>
    </message>
    <message>
        <source>Archived agents too</source>
        <translation>Auch archivierte Agenten</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>Höchstens so viele</translation>
    </message>
    <message>
        <source>Show an agent</source>
        <translation>Einen Agenten anzeigen</translation>
    </message>
    <message>
        <source>Change an agent</source>
        <translation>Einen Agenten ändern</translation>
    </message>
    <message>
        <source>Tag to take away; may be repeated</source>
        <translation>Zu entfernendes Schlagwort; mehrfach möglich</translation>
    </message>
    <message>
        <source>Parameter to take away; may be repeated</source>
        <translation>Zu entfernender Parameter; mehrfach möglich</translation>
    </message>
    <message>
        <source>Put an agent away</source>
        <translation>Einen Agenten archivieren</translation>
    </message>
    <message>
        <source>Delete an agent for good</source>
        <translation>Einen Agenten endgültig löschen</translation>
    </message>
    <message>
        <source>Write a verified copy of the profile&apos;s database</source>
        <translation>Eine geprüfte Kopie der Datenbank des Profils schreiben</translation>
    </message>
    <message>
        <source>Say what is wrong with this installation and how to mend it</source>
        <translation>Sagen, was an dieser Installation nicht stimmt und wie es zu beheben ist</translation>
    </message>
    <message>
        <source>Serve the rehearsal model on a loopback port</source>
        <translation>Das Probemodell an einem lokalen Port (Loopback) bereitstellen</translation>
    </message>
    <message>
        <source>Port; a free one is taken without it</source>
        <translation>Port; ohne Angabe wird ein freier genommen</translation>
    </message>
    <message>
        <source>Print completion for bash, zsh or fish</source>
        <translation>Vervollständigung für bash, zsh oder fish ausgeben</translation>
    </message>
    <message>
        <source>List providers; * is the one in use</source>
        <translation>Anbieter auflisten; * ist der verwendete</translation>
    </message>
    <message>
        <source>Add or change a provider</source>
        <translation>Einen Anbieter hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>Address of the API, e.g. https://api.openai.com/v1</source>
        <translation>Adresse der API, z. B. https://api.openai.com/v1</translation>
    </message>
    <message>
        <source>responses or chat</source>
        <translation>responses oder chat</translation>
    </message>
    <message>
        <source>Read the key from this environment variable</source>
        <translation>Den Schlüssel aus dieser Umgebungsvariablen lesen</translation>
    </message>
    <message>
        <source>Read the key from standard input into the system&apos;s key store</source>
        <translation>Den Schlüssel von der Standardeingabe in den Schlüsselbund des Systems lesen</translation>
    </message>
    <message>
        <source>Model for agents that name none</source>
        <translation>Modell für Agenten, die keines nennen</translation>
    </message>
    <message>
        <source>Remove a provider and forget its key</source>
        <translation>Einen Anbieter entfernen und seinen Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Choose the provider that runs go to</source>
        <translation>Den Anbieter wählen, an den Läufe gehen</translation>
    </message>
    <message>
        <source>Ask a provider for its models: proves address and key</source>
        <translation>Einen Anbieter nach seinen Modellen fragen: prüft Adresse und Schlüssel</translation>
    </message>
    <message>
        <source>List the provider&apos;s models</source>
        <translation>Die Modelle des Anbieters auflisten</translation>
    </message>
    <message>
        <source>Provider to ask</source>
        <translation>Zu fragender Anbieter</translation>
    </message>
    <message>
        <source>Run an agent and stream its answer</source>
        <translation>Einen Agenten ausführen und seine Antwort fortlaufend ausgeben</translation>
    </message>
    <message>
        <source>The message; without it standard input is read</source>
        <translation>Die Nachricht; ohne sie wird die Standardeingabe gelesen</translation>
    </message>
    <message>
        <source>Read the message from a file; - is standard input</source>
        <translation>Die Nachricht aus einer Datei lesen; - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Value of a {{variable}}; may be repeated</source>
        <translation>Wert einer {{variable}}; mehrfach möglich</translation>
    </message>
    <message>
        <source>Model parameter for this run; may be repeated</source>
        <translation>Modellparameter für diesen Lauf; mehrfach möglich</translation>
    </message>
    <message>
        <source>Model for this run</source>
        <translation>Modell für diesen Lauf</translation>
    </message>
    <message>
        <source>Provider for this run; “rehearsal” needs no key</source>
        <translation>Anbieter für diesen Lauf; „rehearsal“ braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>Go on with the conversation of an earlier run; “last” is the newest</source>
        <translation>Die Unterhaltung eines früheren Laufs fortsetzen; „last“ ist der neueste</translation>
    </message>
    <message>
        <source>List runs, newest first</source>
        <translation>Läufe auflisten, neueste zuerst</translation>
    </message>
    <message>
        <source>Only runs of this agent</source>
        <translation>Nur Läufe dieses Agenten</translation>
    </message>
    <message>
        <source>Only runs that are completed, failed, interrupted …</source>
        <translation>Nur Läufe mit dem Status completed, failed, interrupted …</translation>
    </message>
    <message>
        <source>Words in message or answer</source>
        <translation>Wörter in Nachricht oder Antwort</translation>
    </message>
    <message>
        <source>Show a run</source>
        <translation>Einen Lauf anzeigen</translation>
    </message>
    <message>
        <source>Fetch the rest of an interrupted background run</source>
        <translation>Den Rest eines unterbrochenen Hintergrundlaufs holen</translation>
    </message>
    <message>
        <source>Export the conversation that ends with a run</source>
        <translation>Die Unterhaltung exportieren, die mit einem Lauf endet</translation>
    </message>
    <message>
        <source>markdown or json</source>
        <translation>markdown oder json</translation>
    </message>
    <message>
        <source>Write to a file instead of standard output</source>
        <translation>In eine Datei statt auf die Standardausgabe schreiben</translation>
    </message>
    <message>
        <source>Delete a run for good</source>
        <translation>Einen Lauf endgültig löschen</translation>
    </message>
    <message>
        <source>(archived)</source>
        <translation>(archiviert)</translation>
    </message>
    <message>
        <source>(has an unsaved draft)</source>
        <translation>(hat einen nicht gespeicherten Entwurf)</translation>
    </message>
    <message>
        <source>A large import is still being indexed: some matches may be missing.</source>
        <translation>Ein großer Import wird noch indiziert: Einige Treffer fehlen vielleicht.</translation>
    </message>
    <message>
        <source>No agents.</source>
        <translation>Keine Agenten.</translation>
    </message>
    <message>
        <source>There is no agent in it.</source>
        <translation>Es ist kein Agent darin enthalten.</translation>
    </message>
    <message>
        <source>Some of it is refused, so nothing was changed.</source>
        <translation>Ein Teil davon wird abgelehnt, deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Some agents are there already and differ; they were left alone. Say --on-conflict new, replace or skip.</source>
        <translation>Einige Agenten sind bereits vorhanden und weichen ab; sie blieben unverändert. Mit --on-conflict new, replace oder skip angeben.</translation>
    </message>
    <message>
        <source>%1 imported, %2 replaced.</source>
        <translation>%1 importiert, %2 ersetzt.</translation>
    </message>
    <message>
        <source>Not carried: %1</source>
        <translation>Nicht übernommen: %1</translation>
    </message>
    <message>
        <source>%1 exported to %2.</source>
        <translation>%1 exportiert nach %2.</translation>
    </message>
    <message>
        <source>Bring agents in from a file, a folder, a zip archive or, as -, standard input</source>
        <translation>Agenten aus einer Datei, einem Ordner, einem Zip-Archiv oder, mit -, der Standardeingabe importieren</translation>
    </message>
    <message>
        <source>Only tell what would happen</source>
        <translation>Nur sagen, was geschehen würde</translation>
    </message>
    <message>
        <source>json, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, openai-chat, markdown, agents-md, skill-md or folder</source>
        <translation>json, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, openai-chat, markdown, agents-md, skill-md oder folder</translation>
    </message>
    <message>
        <source>For agents that are there and differ: ask (leave alone and say so), new, replace or skip</source>
        <translation>Für vorhandene und abweichende Agenten: ask (unverändert lassen und melden), new, replace oder skip</translation>
    </message>
    <message>
        <source>Follow a configuration&apos;s references to files among those given</source>
        <translation>Den Verweisen einer Konfiguration auf Dateien unter den angegebenen folgen</translation>
    </message>
    <message>
        <source>Write agents to standard output, a file, a folder or a zip archive</source>
        <translation>Agenten auf die Standardausgabe, in eine Datei, einen Ordner oder ein Zip-Archiv schreiben</translation>
    </message>
    <message>
        <source>All agents, the archive too</source>
        <translation>Alle Agenten, auch das Archiv</translation>
    </message>
    <message>
        <source>json, folder, markdown, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, agents-md, skill-md or agent-card</source>
        <translation>json, folder, markdown, prompty-v1, prompty-v2, promptfoo, langfuse, openai-prompt, openai-responses, agents-md, skill-md oder agent-card</translation>
    </message>
    <message>
        <source>File, folder, or archive that ends in .zip; else one file to standard output</source>
        <translation>Datei, Ordner oder Archiv mit der Endung .zip; sonst eine Datei auf die Standardausgabe</translation>
    </message>
    <message>
        <source>Rehearsal: no model involved.</source>
        <translation>Probe: kein Modell beteiligt.</translation>
    </message>
    <message>
        <source>Draft, not model-made. Template: %1.</source>
        <translation>Entwurf, nicht von einem Modell. Vorlage: %1.</translation>
    </message>
    <message>
        <source>Next best templates: %1.</source>
        <translation>Nächstbeste Vorlagen: %1.</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>--offline drafts an agent from templates, without a model or a network.</source>
        <translation>--offline entwirft einen Agenten aus Vorlagen, ohne Modell und ohne Netzwerk.</translation>
    </message>
    <message>
        <source>Stopped. The fields that were done are printed.</source>
        <translation>Gestoppt. Die fertigen Felder werden ausgegeben.</translation>
    </message>
    <message>
        <source>Edits that fit no place in the prompt: %1.</source>
        <translation>Änderungen, die an keine Stelle im Prompt passen: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Improved: %1</source>
        <translation>Verbessert: %1</translation>
    </message>
    <message>
        <source>Provider to ask; “rehearsal” needs no key</source>
        <translation>Zu fragender Anbieter; „rehearsal“ braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>Model to ask</source>
        <translation>Zu fragendes Modell</translation>
    </message>
    <message>
        <source>Generate an agent from a description</source>
        <translation>Einen Agenten aus einer Beschreibung erzeugen</translation>
    </message>
    <message>
        <source>Draft it from templates, without a model or a network</source>
        <translation>Ihn aus Vorlagen entwerfen, ohne Modell und ohne Netzwerk</translation>
    </message>
    <message>
        <source>Make the agent; without it nothing is saved</source>
        <translation>Den Agenten anlegen; ohne diese Angabe wird nichts gespeichert</translation>
    </message>
    <message>
        <source>An example conversation; may be repeated</source>
        <translation>Eine Beispielunterhaltung; mehrfach möglich</translation>
    </message>
    <message>
        <source>Language of the agent&apos;s texts</source>
        <translation>Sprache der Texte des Agenten</translation>
    </message>
    <message>
        <source>Ask for edits of an agent&apos;s prompt</source>
        <translation>Änderungen am Prompt eines Agenten vorschlagen lassen</translation>
    </message>
    <message>
        <source>What should become better</source>
        <translation>Was besser werden soll</translation>
    </message>
    <message>
        <source>Save with these edits: all, or their numbers as 1,3</source>
        <translation>Mit diesen Änderungen speichern: all oder ihre Nummern wie 1,3</translation>
    </message>
    <message>
        <source>Verified copy: %1</source>
        <translation>Geprüfte Kopie: %1</translation>
    </message>
    <message>
        <source>Rehearsal (no model involved) at %1 until Ctrl-C.</source>
        <translation>Probe (kein Modell beteiligt) unter %1 bis Ctrl-C.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>key in the system&apos;s key store</source>
        <translation>Schlüssel im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>Schlüssel aus %1</translation>
    </message>
    <message>
        <source>This system has no key store, so the key is not kept. Put it into an environment variable and use --key-from-env.</source>
        <translation>Dieses System hat keinen Schlüsselbund, deshalb wird der Schlüssel nicht aufbewahrt. Ihn in eine Umgebungsvariable legen und --key-from-env verwenden.</translation>
    </message>
    <message>
        <source>“%1” answers: %n model(s).</source>
        <translation>„%1“ antwortet: %n Modell(e).</translation>
    </message>
    <message>
        <source>  … %1 unchanged lines</source>
        <translation>  … %1 unveränderte Zeilen</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts wurde gefunden.</translation>
    </message>
    <message>
        <source>Show what the draft changes, or what changed since a version or between two</source>
        <translation>Zeigen, was der Entwurf ändert oder was sich seit einer Version oder zwischen zweien geändert hat</translation>
    </message>
    <message>
        <source>Look for faults in an agent; exit status 4 when there is an error</source>
        <translation>Einen Agenten auf Fehler prüfen; Rückgabewert 4, wenn es einen Fehler gibt</translation>
    </message>
    <message>
        <source>Look at the draft, where there is one</source>
        <translation>Den Entwurf prüfen, falls vorhanden</translation>
    </message>
    <message>
        <source>No runs.</source>
        <translation>Keine Läufe.</translation>
    </message>
    <message>
        <source>There is no draft: nothing to save.</source>
        <translation>Es gibt keinen Entwurf: nichts zu speichern.</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>“%1” points to v%2.</source>
        <translation>„%1“ zeigt auf v%2.</translation>
    </message>
    <message>
        <source>Why: kept with the version</source>
        <translation>Warum: wird bei der Version aufbewahrt</translation>
    </message>
    <message>
        <source>Save an agent&apos;s draft as a version</source>
        <translation>Den Entwurf eines Agenten als Version speichern</translation>
    </message>
    <message>
        <source>Also over a change that was saved after the draft began</source>
        <translation>Auch über eine Änderung hinweg, die nach Beginn des Entwurfs gespeichert wurde</translation>
    </message>
    <message>
        <source>List an agent&apos;s versions</source>
        <translation>Die Versionen eines Agenten auflisten</translation>
    </message>
    <message>
        <source>Bring back a version, or an archived agent</source>
        <translation>Eine Version oder einen archivierten Agenten zurückholen</translation>
    </message>
    <message>
        <source>List labels, or put one on a version (the newest unless told)</source>
        <translation>Labels auflisten oder eines an eine Version setzen (ohne Angabe an die neueste)</translation>
    </message>
    <message>
        <source>Take the label off</source>
        <translation>Das Label entfernen</translation>
    </message>
    <message>
        <source>Show where labels were, newest first</source>
        <translation>Zeigen, wo Labels waren, neueste zuerst</translation>
    </message>
    <message>
        <source>The database is sound.</source>
        <translation>Die Datenbank ist unbeschädigt.</translation>
    </message>
    <message>
        <source>The program before this one did not end properly; nothing acknowledged was lost.</source>
        <translation>Die vorige Sitzung des Programms endete nicht ordnungsgemäß; nichts Bestätigtes ging verloren.</translation>
    </message>
    <message>
        <source>The profile opened cleanly.</source>
        <translation>Das Profil wurde sauber geöffnet.</translation>
    </message>
    <message>
        <source>A damaged database of an earlier day is kept as %1. What could be read of it was carried over; delete it when nothing is missing.</source>
        <translation>Eine früher beschädigte Datenbank liegt unter %1. Was davon lesbar war, wurde übernommen; sie kann gelöscht werden, wenn nichts fehlt.</translation>
    </message>
    <message>
        <source>%1 is on a network share, where SQLite cannot protect it. Move the profile to a local disk.</source>
        <translation>%1 liegt auf einer Netzwerkfreigabe, wo SQLite nicht für Schutz sorgen kann. Das Profil auf einen lokalen Datenträger verschieben.</translation>
    </message>
    <message>
        <source>Everything is kept in %1.</source>
        <translation>Alles liegt in %1.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the profile. Make room.</source>
        <translation>Auf dem Datenträger des Profils sind nur %1 frei. Platz schaffen.</translation>
    </message>
    <message>
        <source>%1 are free on the disk of the profile.</source>
        <translation>Auf dem Datenträger des Profils sind %1 frei.</translation>
    </message>
    <message>
        <source>Encrypted connections work.</source>
        <translation>Verschlüsselte Verbindungen funktionieren.</translation>
    </message>
    <message>
        <source>No TLS library was found: https cannot work. Install OpenSSL 3.</source>
        <translation>Es wurde keine TLS-Bibliothek gefunden: https kann nicht funktionieren. OpenSSL 3 installieren.</translation>
    </message>
    <message>
        <source>The provider “%1” answers.</source>
        <translation>Der Anbieter „%1“ antwortet.</translation>
    </message>
    <message>
        <source>The database was damaged: %1 records were saved into a new one, the old file is %2.</source>
        <translation>Die Datenbank war beschädigt: %1 Datensätze wurden in eine neue gerettet, die alte Datei ist %2.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Art des Modells</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Verbosity</source>
        <translation>Ausführlichkeit</translation>
    </message>
    <message>
        <source>Conversation starters</source>
        <translation>Einstiegsfragen</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>For every command:</source>
        <translation>Für jeden Befehl:</translation>
    </message>
    <message>
        <source>Write, run and keep AI agents.</source>
        <translation>KI-Agenten schreiben, ausführen und aufbewahren.</translation>
    </message>
    <message>
        <source>Trying again in %1 (Ctrl-C stops).</source>
        <translation>Neuer Versuch in %1 (Ctrl-C stoppt).</translation>
    </message>
    <message>
        <source>The provider corrected its answer: what follows counts.</source>
        <translation>Der Anbieter hat seine Antwort berichtigt: Es gilt, was folgt.</translation>
    </message>
    <message>
        <source>The provider corrected its answer at the end: “runs show %1” has it.</source>
        <translation>Der Anbieter hat seine Antwort am Ende berichtigt: „runs show %1“ zeigt sie.</translation>
    </message>
    <message>
        <source>Stopped. What arrived is kept.</source>
        <translation>Gestoppt. Was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>“aiagent-cli --help” lists the commands.</source>
        <translation>„aiagent-cli --help“ listet die Befehle auf.</translation>
    </message>
    <message>
        <source>Left there, as this agent is not in the library: %1</source>
        <translation>Dort gelassen, da dieser Agent nicht in der Bibliothek ist: %1</translation>
    </message>
    <message>
        <source>It is in English: no template is in “%1”.</source>
        <translation>Er ist auf Englisch: keine Vorlage ist in „%1“.</translation>
    </message>
    <message>
        <source>with the first message</source>
        <translation>mit der ersten Nachricht</translation>
    </message>
    <message>
        <source>searched in a vector store</source>
        <translation>in einem Vektorspeicher durchsucht</translation>
    </message>
    <message>
        <source>(not on this computer: add it again)</source>
        <translation>(nicht auf diesem Rechner: erneut hinzufügen)</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>vector store</source>
        <translation>Vektorspeicher</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until it is deleted</source>
        <translation>bis sie gelöscht wird</translation>
    </message>
    <message>
        <source>Vector stores at OpenAI: %1, about %2 a month.</source>
        <translation>Vektorspeicher bei OpenAI: %1, etwa %2 im Monat.</translation>
    </message>
    <message>
        <source>Deleted at the provider: %1.</source>
        <translation>Beim Anbieter gelöscht: %1.</translation>
    </message>
    <message>
        <source>List an agent&apos;s knowledge files, add some or remove some</source>
        <translation>Wissensdateien eines Agenten auflisten, hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>File to add, or to replace under its name; may be repeated</source>
        <translation>Datei, die hinzugefügt oder unter ihrem Namen ersetzt wird; mehrfach möglich</translation>
    </message>
    <message>
        <source>How added files are used: message (sent with the first message, the default) or search (kept in a vector store)</source>
        <translation>Wie hinzugefügte Dateien verwendet werden: message (mit der ersten Nachricht gesendet, Vorgabe) oder search (in einem Vektorspeicher aufbewahrt)</translation>
    </message>
    <message>
        <source>File to take away; may be repeated</source>
        <translation>Datei, die weggenommen wird; mehrfach möglich</translation>
    </message>
    <message>
        <source>Change how a file is used: message or search; may be repeated</source>
        <translation>Verwendung einer Datei ändern: message oder search; mehrfach möglich</translation>
    </message>
    <message>
        <source>List what was uploaded to providers and is kept there</source>
        <translation>Auflisten, was zu Anbietern hochgeladen wurde und dort liegt</translation>
    </message>
    <message>
        <source>Delete files and vector stores at the provider</source>
        <translation>Dateien und Vektorspeicher beim Anbieter löschen</translation>
    </message>
    <message>
        <source>All that “upload list” shows</source>
        <translation>Alles, was „upload list“ zeigt</translation>
    </message>
    <message>
        <source>The rehearsal is chosen for one command at a time: add --provider rehearsal to it.</source>
        <translation>Die Probe wird für jeweils einen Befehl gewählt: Fügen Sie --provider rehearsal hinzu.</translation>
    </message>
    <message>
        <source>“provider list” shows the providers there are.</source>
        <translation>„provider list“ zeigt die vorhandenen Anbieter.</translation>
    </message>
    <message>
        <source>No knowledge file is missing.</source>
        <translation>Keine Wissensdatei fehlt.</translation>
    </message>
    <message>
        <source>Knowledge files of agents, versions or runs: %1 are missing, %2 were altered. Add them again with “agent knowledge”.</source>
        <translation>Wissensdateien von Agenten, Versionen oder Ausführungen: %1 fehlen, %2 wurden verändert. Fügen Sie sie mit „agent knowledge“ erneut hinzu.</translation>
    </message>
    <message>
        <source>In use from now on: %1</source>
        <translation>Von jetzt an in Verwendung: %1</translation>
    </message>
    <message>
        <source>The role is changed.</source>
        <translation>Die Rolle ist geändert.</translation>
    </message>
    <message>
        <source>Let in again.</source>
        <translation>Wieder eingelassen.</translation>
    </message>
    <message>
        <source>Suspended.</source>
        <translation>Gesperrt.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>That device is signed out.</source>
        <translation>Dieses Gerät ist abgemeldet.</translation>
    </message>
    <message>
        <source>Another workspace than the one in use</source>
        <translation>Ein anderer Arbeitsbereich als der verwendete</translation>
    </message>
    <message>
        <source>Work in another workspace</source>
        <translation>In einem anderen Arbeitsbereich arbeiten</translation>
    </message>
    <message>
        <source>Make a workspace</source>
        <translation>Einen Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>List the members of a workspace</source>
        <translation>Die Mitglieder eines Arbeitsbereichs auflisten</translation>
    </message>
    <message>
        <source>Invite somebody; prints the code and the link, once</source>
        <translation>Jemanden einladen; gibt Code und Link aus, einmal</translation>
    </message>
    <message>
        <source>admin, member or viewer; member without it</source>
        <translation>admin, member oder viewer; ohne Angabe member</translation>
    </message>
    <message>
        <source>Change a member&apos;s role</source>
        <translation>Die Rolle eines Mitglieds ändern</translation>
    </message>
    <message>
        <source>Keep a member out, at once</source>
        <translation>Ein Mitglied sofort aussperren</translation>
    </message>
    <message>
        <source>Let them in again</source>
        <translation>Wieder einlassen</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>Ein Mitglied entfernen</translation>
    </message>
    <message>
        <source>List your devices and access tokens</source>
        <translation>Die eigenen Geräte und Zugriffstoken auflisten</translation>
    </message>
    <message>
        <source>Sign a device or an access token out</source>
        <translation>Ein Gerät oder ein Zugriffstoken abmelden</translation>
    </message>
    <message>
        <source>Signed in at %1 as %2.</source>
        <translation>Bei %1 als %2 angemeldet.</translation>
    </message>
    <message>
        <source>The next line is an access token for AIAGENT_TOKEN. It is not shown again.</source>
        <translation>Die nächste Zeile ist ein Zugriffstoken für AIAGENT_TOKEN. Es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>This computer has no key store, so the sign-in ends with this command. With --print-token you get an access token to put into AIAGENT_TOKEN.</source>
        <translation>Dieser Rechner hat keinen Schlüsselspeicher, deshalb endet die Anmeldung mit diesem Befehl. Mit --print-token gibt es ein Zugriffstoken für AIAGENT_TOKEN.</translation>
    </message>
    <message>
        <source>Signed out. The library stays on this computer.</source>
        <translation>Abgemeldet. Die Bibliothek bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The inbox is empty.</source>
        <translation>Der Eingang ist leer.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Entschieden.</translation>
    </message>
    <message>
        <source>Sign in at a server with an invitation; the library becomes your workspace</source>
        <translation>Mit einer Einladung bei einem Server anmelden; die Bibliothek wird der eigene Arbeitsbereich</translation>
    </message>
    <message>
        <source>The one-time code; the invitation&apos;s link carries it</source>
        <translation>Der einmalige Code; der Link der Einladung enthält ihn</translation>
    </message>
    <message>
        <source>Print an access token for a machine without a key store</source>
        <translation>Ein Zugriffstoken für einen Rechner ohne Schlüsselspeicher ausgeben</translation>
    </message>
    <message>
        <source>Sign this computer out</source>
        <translation>Diesen Rechner abmelden</translation>
    </message>
    <message>
        <source>Send and fetch what changed</source>
        <translation>Senden und holen, was sich geändert hat</translation>
    </message>
    <message>
        <source>Once, and end (this is what it does without options)</source>
        <translation>Einmal, dann enden (wie ohne Optionen)</translation>
    </message>
    <message>
        <source>Go on until Ctrl-C</source>
        <translation>Bis Strg-C fortfahren</translation>
    </message>
    <message>
        <source>Say what waits to be sent, and why</source>
        <translation>Sagen, was zu senden ist und warum es wartet</translation>
    </message>
    <message>
        <source>Hold the whole library against the server&apos;s</source>
        <translation>Die ganze Bibliothek mit der des Servers vergleichen</translation>
    </message>
    <message>
        <source>List conflicts, recovered and rejected edits</source>
        <translation>Konflikte, gerettete und abgelehnte Änderungen auflisten</translation>
    </message>
    <message>
        <source>Those that are resolved, too</source>
        <translation>Auch die entschiedenen</translation>
    </message>
    <message>
        <source>Show one with its texts</source>
        <translation>Einen mit seinen Texten zeigen</translation>
    </message>
    <message>
        <source>Decide one</source>
        <translation>Einen entscheiden</translation>
    </message>
    <message>
        <source>mine, theirs, merged or file</source>
        <translation>mine, theirs, merged oder file</translation>
    </message>
    <message>
        <source>With --take file: the text that it becomes</source>
        <translation>Mit --take file: der Text, der es wird</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>This library is on this computer alone.</source>
        <translation>Diese Bibliothek ist nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 unsent, %2 in the inbox</source>
        <translation>%1 ungesendet, %2 im Eingang</translation>
    </message>
    <message>
        <source>the oldest unsent edit is %1 old</source>
        <translation>die älteste ungesendete Änderung ist %1 alt</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s context; without it the current one</source>
        <translation>Der Kontext der kubeconfig; ohne Angabe der aktuelle</translation>
    </message>
    <message>
        <source>Instead of the context&apos;s namespace</source>
        <translation>Anstelle des Namespace des Kontexts</translation>
    </message>
    <message>
        <source>Instead of KUBECONFIG and ~/.kube/config</source>
        <translation>Anstelle von KUBECONFIG und ~/.kube/config</translation>
    </message>
    <message>
        <source>Let the kubeconfig run this program for credentials; otherwise none runs</source>
        <translation>Die kubeconfig darf dieses Programm für Anmeldenachweise ausführen; sonst läuft keines</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Gruppen: %1</translation>
    </message>
    <message>
        <source>Context %1 at %2, namespace %3</source>
        <translation>Kontext %1 unter %2, Namespace %3</translation>
    </message>
    <message>
        <source>The cluster does not tell; this is what the kubeconfig says.</source>
        <translation>Der Cluster sagt es nicht; so steht es in der kubeconfig.</translation>
    </message>
    <message>
        <source>List the kubeconfig&apos;s contexts, and what is wrong with it</source>
        <translation>Die Kontexte der kubeconfig auflisten, und was an ihr nicht stimmt</translation>
    </message>
    <message>
        <source>Say who you are to a cluster</source>
        <translation>Sagen, wer Sie für einen Cluster sind</translation>
    </message>
    <message>
        <source>Not only the context&apos;s namespace</source>
        <translation>Nicht nur der Namensraum des Kontexts</translation>
    </message>
    <message>
        <source>Give up after so long; 0: never</source>
        <translation>Nach so langer Zeit aufgeben; 0: nie</translation>
    </message>
    <message>
        <source>Say how a namespace is, by its worst workload</source>
        <translation>Sagen, wie es einem Namensraum geht, nach der schlechtesten Workload</translation>
    </message>
    <message>
        <source>List what runs, each with its verdict and evidence</source>
        <translation>Auflisten, was läuft, jeweils mit Urteil und Belegen</translation>
    </message>
    <message>
        <source>List the pods</source>
        <translation>Die Pods auflisten</translation>
    </message>
    <message>
        <source>Wait for a rollout, as kubectl does</source>
        <translation>Auf ein Rollout warten, wie kubectl es tut</translation>
    </message>
    <message>
        <source>Print each change of a verdict or of its freshness, until Ctrl-C</source>
        <translation>Jede Änderung eines Urteils oder seiner Aktualität ausgeben, bis Strg-C</translation>
    </message>
    <message>
        <source>Look for faults in a deployment&apos;s files; exit status 4 when there is an error</source>
        <translation>Die Dateien einer Bereitstellung auf Fehler prüfen; Rückgabewert 4, wenn es einen Fehler gibt</translation>
    </message>
    <message>
        <source>Print SARIF 2.1.0, for code scanning</source>
        <translation>SARIF 2.1.0 ausgeben, für Code-Scanning</translation>
    </message>
    <message>
        <source>List the events, the newest last; a cluster forgets them after an hour</source>
        <translation>Die Ereignisse auflisten, das neueste zuletzt; ein Cluster vergisst sie nach einer Stunde</translation>
    </message>
    <message>
        <source>There is no Dockerfile, manifest, workflow or other file of a deployment there.</source>
        <translation>Dort gibt es kein Dockerfile, kein Manifest, keinen Workflow und keine andere Datei einer Bereitstellung.</translation>
    </message>
    <message>
        <source>An environment of this computer, with its kubeconfig, context and namespace</source>
        <translation>Eine Umgebung dieses Computers, mit ihrer kubeconfig, ihrem Kontext und Namespace</translation>
    </message>
    <message>
        <source>Type “yes” to do this:</source>
        <translation>Zum Ausführen „yes“ eingeben:</translation>
    </message>
    <message>
        <source>The audit log could not be written: %1</source>
        <translation>Das Audit-Protokoll konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Try it on the server without effect, and show it</source>
        <translation>Auf dem Server ohne Wirkung probieren und das Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Why; it stands in the audit log</source>
        <translation>Warum; steht im Audit-Protokoll</translation>
    </message>
    <message>
        <source>Do it without asking</source>
        <translation>Ohne Rückfrage ausführen</translation>
    </message>
    <message>
        <source>Do not wait for what becomes of it</source>
        <translation>Nicht abwarten, was daraus wird</translation>
    </message>
    <message>
        <source>Wait so long at most; without it ten minutes</source>
        <translation>Höchstens so lange warten; ohne Angabe zehn Minuten</translation>
    </message>
    <message>
        <source>Nobody can be asked here: give --yes to do it, or --dry-run to see what it would do.</source>
        <translation>Hier kann niemand gefragt werden: --yes angeben, um es auszuführen, oder --dry-run, um zu sehen, was geschehen würde.</translation>
    </message>
    <message>
        <source>Replace the pods of a workload, a few at a time</source>
        <translation>Die Pods einer Workload ersetzen, einige auf einmal</translation>
    </message>
    <message>
        <source>List the revisions that a workload can go back to</source>
        <translation>Die Revisionen auflisten, zu denen eine Workload zurückkehren kann</translation>
    </message>
    <message>
        <source>Let changes of a workload wait</source>
        <translation>Änderungen einer Workload warten lassen</translation>
    </message>
    <message>
        <source>Let a paused workload go on</source>
        <translation>Eine pausierte Workload fortsetzen</translation>
    </message>
    <message>
        <source>Go back to an earlier revision of a workload</source>
        <translation>Eine Workload auf eine frühere Revision zurückrollen</translation>
    </message>
    <message>
        <source>Which one; without it the one before</source>
        <translation>Welche; ohne Angabe die vorige</translation>
    </message>
    <message>
        <source>Set how many pods a workload has</source>
        <translation>Festlegen, wie viele Pods eine Workload hat</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Let a Service select other pods, if enough are ready</source>
        <translation>Einen Service andere Pods auswählen lassen, wenn genug bereit sind</translation>
    </message>
    <message>
        <source>What changes in its selector</source>
        <translation>Was sich an seinem Selektor ändert</translation>
    </message>
    <message>
        <source>How many must be ready; without it as many as serve now</source>
        <translation>Wie viele bereit sein müssen; ohne Angabe so viele, wie jetzt bedienen</translation>
    </message>
    <message>
        <source>Let an Argo Rollout go on</source>
        <translation>Ein Argo-Rollout weitergehen lassen</translation>
    </message>
    <message>
        <source>Past all steps</source>
        <translation>Über alle Schritte hinweg</translation>
    </message>
    <message>
        <source>Send an Argo Rollout back to its stable pods</source>
        <translation>Ein Argo-Rollout zu seinen stabilen Pods zurückschicken</translation>
    </message>
    <message>
        <source>Try an aborted Argo Rollout again</source>
        <translation>Ein abgebrochenes Argo-Rollout erneut versuchen</translation>
    </message>
    <message>
        <source>Run a cron job now</source>
        <translation>Einen CronJob jetzt ausführen</translation>
    </message>
    <message>
        <source>Delete a pod</source>
        <translation>Einen Pod löschen</translation>
    </message>
    <message>
        <source>List what was done to clusters from this device, the newest first</source>
        <translation>Auflisten, was von diesem Gerät aus an Clustern getan wurde, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Only in this context</source>
        <translation>Nur in diesem Kontext</translation>
    </message>
    <message>
        <source>List the environments of this computer</source>
        <translation>Die Umgebungen dieses Computers auflisten</translation>
    </message>
    <message>
        <source>Make an environment, or change what is named</source>
        <translation>Eine Umgebung anlegen oder ändern, was genannt ist</translation>
    </message>
    <message>
        <source>development, staging or production</source>
        <translation>development, staging oder production</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s context</source>
        <translation>Der Kontext der kubeconfig</translation>
    </message>
    <message>
        <source>Address of the hosted API</source>
        <translation>Adresse der gehosteten API</translation>
    </message>
    <message>
        <source>Address of its Prometheus</source>
        <translation>Adresse ihres Prometheus</translation>
    </message>
    <message>
        <source>Of its pipeline</source>
        <translation>Das ihrer Pipeline</translation>
    </message>
    <message>
        <source>Make or change an environment from an env file; its secrets are not looked at</source>
        <translation>Eine Umgebung aus einer Env-Datei anlegen oder ändern; deren Geheimnisse werden nicht angesehen</translation>
    </message>
    <message>
        <source>Remove an environment from this computer; nothing in the cluster changes</source>
        <translation>Eine Umgebung von diesem Computer entfernen; im Cluster ändert sich nichts</translation>
    </message>
    <message>
        <source>Nobody watched then; this is what was known last, at %1.</source>
        <translation>Damals hat niemand beobachtet; dies ist der letzte bekannte Stand, von %1.</translation>
    </message>
    <message>
        <source>How far back: 30m, 24h, 7d; without it a day</source>
        <translation>Wie weit zurück: 30m, 24h, 7d; ohne Angabe ein Tag</translation>
    </message>
    <message>
        <source>What it looked like at that time: 14:05, or 2026-11-23T14:05:00Z</source>
        <translation>Wie es zu dieser Zeit aussah: 14:05 oder 2026-11-23T14:05:00Z</translation>
    </message>
    <message>
        <source>Write one page of HTML; - for standard output</source>
        <translation>Eine HTML-Seite schreiben; - für die Standardausgabe</translation>
    </message>
    <message>
        <source>Write a table; - for standard output</source>
        <translation>Eine Tabelle schreiben; - für die Standardausgabe</translation>
    </message>
    <message>
        <source>What was recorded of a cluster, without asking it</source>
        <translation>Was von einem Cluster aufgezeichnet wurde, ohne ihn zu fragen</translation>
    </message>
    <message>
        <source>Write how a namespace is, with evidence and its last day, to a file</source>
        <translation>In eine Datei schreiben, wie es einem Namespace geht, mit Belegen und seinem letzten Tag</translation>
    </message>
    <message>
        <source>%1 is not read: there are too many.</source>
        <translation>%1 wird nicht gelesen: Es sind zu viele.</translation>
    </message>
    <message>
        <source>This container instead of the pod&apos;s default one</source>
        <translation>Diesen Container statt des voreingestellten des Pods</translation>
    </message>
    <message>
        <source>All containers of the pods</source>
        <translation>Alle Container der Pods</translation>
    </message>
    <message>
        <source>Go on with what is written, until Ctrl-C; pods that come later join</source>
        <translation>Mit dem fortfahren, was geschrieben wird, bis Ctrl-C; später hinzukommende Pods schließen sich an</translation>
    </message>
    <message>
        <source>The container&apos;s run before this one</source>
        <translation>Der Lauf des Containers vor diesem</translation>
    </message>
    <message>
        <source>Only the last N lines of each container</source>
        <translation>Nur die letzten N Zeilen jedes Containers</translation>
    </message>
    <message>
        <source>Only what is younger than this: 30s, 10m, 2h, 1d</source>
        <translation>Nur, was jünger ist als: 30s, 10m, 2h, 1d</translation>
    </message>
    <message>
        <source>Print when each line was written</source>
        <translation>Ausgeben, wann jede Zeile geschrieben wurde</translation>
    </message>
    <message>
        <source>Print the logs of a pod, or of all pods of a workload in their order</source>
        <translation>Die Protokolle eines Pods oder aller Pods einer Workload in ihrer Reihenfolge ausgeben</translation>
    </message>
    <message>
        <source>Keep what happens in the profile&apos;s history, for “cluster history”</source>
        <translation>Was geschieht, im Verlauf des Profils aufbewahren, für „cluster history“</translation>
    </message>
    <message>
        <source>AGENT is an id or a name; RUN is an id, its first characters, or “last”.
OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_ORG_ID and OPENAI_PROJECT_ID describe the provider “openai”.
Exit status: 0 done, 1 internal, 2 usage, 3 not found, 4 invalid input, 5 provider or network,
6 credentials, 7 conflict, 8 storage, 130 interrupted. `cluster status`, and what is done to a cluster,
end with 10 for degraded, 11 for unhealthy, 12 for unknown or stale.</source>
        <translation>AGENT ist eine Kennung oder ein Name; RUN ist eine Kennung, ihre ersten Zeichen oder „last“.
OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_ORG_ID und OPENAI_PROJECT_ID beschreiben den Anbieter „openai“.
Rückgabewert: 0 erledigt, 1 intern, 2 Aufruf, 3 nicht gefunden, 4 ungültige Eingabe, 5 Anbieter oder Netzwerk,
6 Zugangsdaten, 7 Konflikt, 8 Speicherung, 130 unterbrochen. `cluster status` und was an einem Cluster getan wird,
enden mit 10 bei beeinträchtigt, 11 bei fehlerhaft, 12 bei unbekannt oder veraltet.</translation>
    </message>
    <message>
        <source>Say how the server&apos;s database does, to whom its operator lets see it</source>
        <translation>Sagen, wie es der Datenbank des Servers geht; nur für die, denen sein Betreiber dies freigegeben hat</translation>
    </message>
    <message>
        <source>In %1, as of %2:</source>
        <translation>In %1, Stand %2:</translation>
    </message>
    <message>
        <source>Hold the files against what is in the cluster, too</source>
        <translation>Die Dateien auch mit dem vergleichen, was im Cluster ist</translation>
    </message>
    <message>
        <source>How long to wait until everything is known (300)</source>
        <translation>Wie lange gewartet wird, bis alles bekannt ist (300)</translation>
    </message>
    <message>
        <source>List your workspaces and what waits in each; * is the one in use</source>
        <translation>Die eigenen Arbeitsbereiche auflisten und was in jedem wartet; * ist der verwendete</translation>
    </message>
    <message>
        <source>Not sent, and kept until you sign in again: %1, %2</source>
        <translation>Nicht gesendet, und bis zur nächsten Anmeldung aufgehoben: %1, %2</translation>
    </message>
    <message>
        <source>Every workspace with a library here; done when nothing is left to be sent in any</source>
        <translation>Jeder Arbeitsbereich mit einer Bibliothek hier; fertig, wenn in keinem etwas zu senden bleibt</translation>
    </message>
    <message>
        <source>Of every workspace with a library here, and not only of the one in use</source>
        <translation>Von jedem Arbeitsbereich mit einer Bibliothek hier, nicht nur vom verwendeten</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie abgeglichen</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>abgeglichen %1</translation>
    </message>
    <message>
        <source>no library on this computer</source>
        <translation>keine Bibliothek auf diesem Rechner</translation>
    </message>
    <message>
        <source>These did not answer, and their kinds may be missing: %1</source>
        <translation>Diese haben nicht geantwortet, ihre Arten fehlen vielleicht: %1</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>There are %1 more, not shown.</source>
        <translation>Es gibt %1 weitere, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>There are more, not shown.</source>
        <translation>Es gibt weitere, die nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This cluster has no kind “%1”. “cluster kinds” lists those that it has.</source>
        <translation>Dieser Cluster hat keine Art „%1“. „cluster kinds“ zählt auf, welche er hat.</translation>
    </message>
    <message>
        <source>“%1” may be one of these: %2</source>
        <translation>„%1“ kann eine von diesen sein: %2</translation>
    </message>
    <message>
        <source>Also the columns that the server takes for less important</source>
        <translation>Auch die Spalten, die der Server für weniger wichtig hält</translation>
    </message>
    <message>
        <source>List the kinds of objects that a cluster has; never Secrets</source>
        <translation>Die Arten von Objekten aufzählen, die ein Cluster hat; nie Secrets</translation>
    </message>
    <message>
        <source>List the objects of any kind as the server shows them, or one of them as JSON</source>
        <translation>Die Objekte einer Art so aufzählen, wie der Server sie zeigt, oder eines davon als JSON</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>AI Agent Generator</source>
        <translation>AI Agent Generator</translation>
    </message>
</context>
</TS>
