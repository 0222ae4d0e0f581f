using System.Text.Json.Nodes;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;

namespace VirtualOffice.Sdk.Documents;

/// <summary>Writes one company, as a person would: what says the default is left out.</summary>
internal static class CompanyWriter
{
    public static JsonObject Of(CompanyDefinition company, IReadOnlyList<ScriptStepKind> kinds) => new Fields()
        .Add("id", company.Id.Value)
        .Add("name", company.Name)
        .Add("pronunciation", company.Pronunciation)
        .Add("spokenName", company.SpokenName?.Name)
        .AddTexts("numbers", company.Numbers)
        .Add("timeZone", company.TimeZone.Id == TimeZoneInfo.Utc.Id ? null : company.TimeZone.Id)
        .Add("greeting", Greeting(new Fields(), company.Greeting).OrNothing)
        .Add("greetings", company.Greetings, GreetingRule)
        .Add("hours", HoursWriter.Of(company.Hours, company.HoursExceptions, company.HoursOverride))
        .Add("callers", RulesWriter.Callers(company.Callers))
        .Add("queue", RulesWriter.Queue(company.Queue))
        .Add("callbacks", RulesWriter.Callbacks(company.Callbacks))
        .Add("messagesTo", company.MessagesTo)
        .Add("messageText", RulesWriter.Template(company.MessageTemplate))
        .Add("dispatch", company.Dispatch, RulesWriter.Dispatch)
        .Add("digests", company.Digests, RulesWriter.Digest)
        .Add("quietHours", PeopleWriter.Quiet(company.QuietHours))
        .Add("callTypes", company.CallTypes, ScriptWriter.CallType)
        .Add("employees", company.Employees, PeopleWriter.Employee)
        .Add("absences", company.Absences, PeopleWriter.Absence)
        .Add("groups", company.Groups, PeopleWriter.Group)
        .Add("onCall", company.OnCallLists, PeopleWriter.OnCall)
        .Add("dialling", RulesWriter.Dialling(company.Dialling))
        .Add("transfers", RulesWriter.Transfers(company.Transfers))
        .Add("recording", RulesWriter.Recording(company.Recording))
        .Add("scripts", company.Scripts, new ScriptWriter(kinds).Script)
        .Add("card", CardWriter.Of(company.Card)).Node;

    private static Fields Greeting(Fields fields, Greeting greeting) => fields.Add("text", greeting.Text).Add("prompt", greeting.Prompt?.Name);

    private static JsonNode GreetingRule(GreetingRule rule) => Greeting(
        CardWriter.Valid(new Fields().Add("callType", rule.CallType?.Value).Add("language", rule.Language), rule.Valid).Add("hours", HoursWriter.Of(rule.Hours)), rule.Greeting).Node;
}
