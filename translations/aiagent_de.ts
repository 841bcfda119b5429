<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AskToOpen</name>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
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
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>unsaved draft</source>
        <translation>nicht gespeicherter Entwurf</translation>
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
        <source>A verified copy of everything. One is made every night as well; the newest three of these are kept.</source>
        <translation>Eine geprüfte Kopie von allem. Auch jede Nacht wird eine angelegt; die neuesten drei davon bleiben erhalten.</translation>
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
        <source>Save the draft as the agent (%1)</source>
        <translation>Den Entwurf als Agenten speichern (%1)</translation>
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
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
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
    <name>aiagent::ui::VariablesForm</name>
    <message>
        <source>Variables of the prompt</source>
        <translation>Variablen des Prompts</translation>
    </message>
    <message>
        <source>Needed for a run</source>
        <translation>Für einen Lauf nötig</translation>
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
        <source>Take an archived agent back</source>
        <translation>Einen archivierten Agenten zurückholen</translation>
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
</context>
<context>
    <name>main</name>
    <message>
        <source>AI Agent Generator</source>
        <translation>AI Agent Generator</translation>
    </message>
</context>
</TS>
