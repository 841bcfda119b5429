<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI Agent Generator %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentListModel</name>
    <message>
        <source>unsaved draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentRowPainter</name>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgentsPage</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor or playground</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a percentage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the size that the system has set for text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program is started next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskToOpen</name>
    <message>
        <source>Open this link?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeEdit</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backups:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and passwords are in none of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verified copy of everything. One is made every night as well; the newest three of these are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log &amp;what:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log never holds a key, a prompt or an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a report:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, folders and settings, to be pasted where you report a fault. Nothing secret is among them; addresses of servers and your folder&apos;s name are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back Up Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound, checked %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged, found %1. Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page of the database is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by itself after an unclean end; never by hand so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diagnostics are in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was damaged. %1 records were carried over, %2 are lost; the damaged file is kept at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile lies on a network share, where databases can be damaged. A local folder is safer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorts incoming tickets by urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You sort support tickets for the team {{team}}.

Answer with one word for the urgency (urgent, soon, later), and a reason of at most twelve words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is on fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do I find my invoice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorPane</name>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the library, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for, in a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to find it by, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions for the model. {{name}} becomes a field to fill in before a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a JSON array of objects that each have a “type”. It cannot be run like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a JSON object. It cannot be run like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First messages to choose from, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft as the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft as the agent (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard d&amp;raft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, not kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent itself is unchanged until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fields: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools (set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools (faulty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output schema (set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output schema (faulty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent was deleted elsewhere. Its text is still here to be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent was saved elsewhere while you were writing. Nothing is lost: which one goes on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your draft was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring It Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>These variables have no value: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each of them a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one for the agent, or a default model for the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL is not an address this program can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it with http:// or https://, for example https://api.openai.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an interrupted run with the parameter “background” can; run it again instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not proper text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be UTF-8 without zero bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and your rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a value that does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this model or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or check the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses “%1” for this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it away, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came back instead of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hotel or company network may want you to sign in first, or the base URL is that of a web site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of an OpenAI-compatible API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider reported an error while it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is kept. Trying again often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a problem of its own (HTTP %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks to wait %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s rate limit is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not reach it: check the network and the base URL, or whether the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider sent nothing for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your company inspects traffic, add its certificate under Settings, Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy wants a user name and password (407).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them under Settings, Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was interrupted before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no credit or has reached its quota or spend limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again will not help: see the billing page of the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator of the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API key for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set OPENAI_API_KEY, give a key in the settings, or rehearse without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key, or give another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing could be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room and save again; your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its rights, or choose another with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the program: it keeps the damaged file and carries over what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile belongs to a newer version of the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ended at its limit of output tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise max_output_tokens, or lower the reasoning effort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model or its filter declined to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the request another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” fits more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the newer state before you save yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the Limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Profile Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Billing Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kind of API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be changed at any time in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: look around first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs go to OpenAI and are billed to your account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sk-…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a Key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a local server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ollama, LM Studio, llama.cpp or vLLM on this computer. Nothing leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the whole way without a key and without a network. Rehearsal: no model involved. The answers are put together on this computer from the agent&apos;s own fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use It Anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>something else answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Human</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day, month and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tok</source>
        <comment>tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1k tok</source>
        <comment>thousands of tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 ¢</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; %1 ¢</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ¢</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Recent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, Z to A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, with the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent has a tag yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Archive or restore agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still indexing: more may be found in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent is a prompt with a model and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent fits the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is back from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryVm</name>
    <message>
        <source>New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AI Agent Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where runs are sent. Opens the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 run going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs going on</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – AI Agent Generator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageActionBar</name>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that the provider offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that the program knows; opening the list asks the provider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelListVm</name>
    <message>
        <source>%1 of context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1 in, $%2 out per million tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (unless effort is “none”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model whose name begins so, unless it has a row of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above %1 input tokens: input ×%2, output ×%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsSection</name>
    <message>
        <source>Models and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are in US dollars for a million tokens, at the standard tier. Costs that the program shows are worked out from them; the provider&apos;s bill is what counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To correct the table, put a file of your own at %1. It is read at the start and used instead of the one that came with the program. “Refuses” also grows by what providers answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own table cannot be read, so the one that came with the program is used: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>What the desktop&apos;s own settings say, a configuration script included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every server is reached directly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What https_proxy, http_proxy, all_proxy and no_proxy said when the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proxy.example.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the proxy&apos;s password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>localhost, .example.com, 10.0.0.0/8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not for:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted beside those of the system. A company that inspects traffic gives out such a file (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply and Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key store here: the password is kept only until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking “%1” for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was reached and answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied. Requests go this way from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkVm</name>
    <message>
        <source>Give the name or address of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give only the name or address, without “http://” and path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be used: it is missing, unreadable, or holds no certificate (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list cannot be read: separate host names by commas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>No parameter is set, so none is sent: the model uses its own defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the parameter, then Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: it takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses this parameter. Remove it, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaygroundPane</name>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are writing an earlier message anew; what followed it stays in Runs. Esc ends this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details of the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the draft with this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what has arrived is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: no model involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no provider chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt %1 follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run needs a value for: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill In</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaygroundVm</name>
    <message>
        <source>Generating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has ended early.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderEditor</name>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my-server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Base URL:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;API:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory, until the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Variable:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default &amp;model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For agents that name no model. Test fills the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Project:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both may stay empty. OpenAI bills the key&apos;s own ones then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: no model involved. It answers on this computer from the agent&apos;s own fields; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs go here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed, not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was started with OPENAI_API_KEY, which goes before any key kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read when the program is started, and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For servers that want none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has changed. The key of the old one is not sent there: give it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store is locked or does not answer. Unlock it, or give the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key store did not take the key: it is kept only until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key store here: the key is kept only until the program ends. To give it at every start, use an environment variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is never shown again, and is in no file of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the system&apos;s key store, and to no file of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and key are right, but no model is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and key are right. One model is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Address and key are right. %n models are offered.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>There is a provider of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name belongs to the rehearsal model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, “-”, “_” and “.”, at most 64 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address begins with https:// (or http:// on this computer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must not hold “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave user name and password out; the key has its own field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no valid host name in the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the last part: the address usually ends with /v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With http:// the key travels unencrypted and can be read on the way. Use https:// where you can.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProvidersSection</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs go here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, runs go here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was removed, with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunConversationView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous (Shift+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many matches so far</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens (estimated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… of these cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… written to the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… of these reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsaved draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunDetailsPane</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches what the provider has gone on to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with this conversation beside the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again without a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Continue this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the conversation as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;curl, without the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export as Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Trying again in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunExport</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool call “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFactsView</name>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact&apos;s label and value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>(empty message)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>message, status, facts, time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunListPane</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search messages and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by outcome: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run of an agent is kept here, with its answer, times and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try an Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run fits the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show All Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunRequestView</name>
    <message>
        <source>Parameters and variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt as it was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request for a terminal, without the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsVm</name>
    <message>
        <source>Exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data and logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put All Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shortcut: press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this command without a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click into the field and press the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys belong to “%1”. With Change they move here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change and Take Over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>It said: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPane</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message and run it: the draft is used as it stands, nothing needs to be saved first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to latest (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Link…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Link Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariablesForm</name>
    <message>
        <source>Variables of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed for a run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aiagent::format</name>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responses (OpenAI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat Completions (compatible servers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON object or array</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aiagent::ui</name>
    <message>
        <source>Copy Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thoughts, summarised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Folder that holds agents, runs and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print results as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions; may hold {{variables}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the instructions from a file; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model to run with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag to add; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model parameter to set; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON array of tools; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON schema of the output; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation starter to add; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made agent “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved agent “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived agent “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored agent “%1” (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted agent “%1” (%2). Its runs are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in name, description, prompt or tags; the last may be cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only agents with this tag; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only archived agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived agents too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag to take away; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter to take away; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put an agent away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take an archived agent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete an agent for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a verified copy of the profile&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is wrong with this installation and how to mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve the rehearsal model on a loopback port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port; a free one is taken without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print completion for bash, zsh or fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List providers; * is the one in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or change a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the API, e.g. https://api.openai.com/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>responses or chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the key from this environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the key from standard input into the system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for agents that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a provider and forget its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the provider that runs go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a provider for its models: proves address and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the provider&apos;s models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an agent and stream its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message; without it standard input is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the message from a file; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of a {{variable}}; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model parameter for this run; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider for this run; “rehearsal” needs no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the conversation of an earlier run; “last” is the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List runs, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs of this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only runs that are completed, failed, interrupted …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in message or answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the rest of an interrupted background run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the conversation that ends with a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>markdown or json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to a file instead of standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a run for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>AI Agent Generator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>The provider goes on when the connection breaks; the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further data to be sent with the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most tokens an answer may have; thinking counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most calls of built-in tools in one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 16 words kept with the answer at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether several tools may be called at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups similar requests, so that more of them come from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the model thinks before it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a summary of the thinking is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stable word for the end user, without personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast and at which price the request is served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the provider keeps the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is more varied, lower more alike each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wordy the answer is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model may or must call a tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many likely words to tell at each place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the likeliest words up to this share are considered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
