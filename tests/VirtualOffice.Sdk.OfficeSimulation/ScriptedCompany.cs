using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A company whose calls follow scripts: a menu, digits, a transfer without an operator, and questions that guide one.</summary>
internal static class ScriptedCompany
{
    public const string Number = "+78124540003";
    public const string GuidedNumber = "+78124540004";

    public static readonly CompanyId Wolf = CompanyId.Parse("wolf-service");
    public static readonly EmployeeId Gleb = EmployeeId.Parse("gleb");
    public static readonly IReadOnlyList<string> Fields = ["order", "who", "topic", "pin"];
    public static readonly IReadOnlyList<string> Steps = ["wait", "hello", "who", "topic", "route", "gleb", "take", "bye"];

    public static CompanyDefinition Define() => new()
    {
        Id = Wolf,
        Name = "Wolf Service",
        Version = "v1",
        Numbers = [PhoneNumber.Parse(Number), PhoneNumber.Parse(GuidedNumber)],
        MessagesTo = "office@wolf.example",
        CallTypes = [new CallType(CallTypeId.Parse("guided"), "Guided") { Numbers = [PhoneNumber.Parse(GuidedNumber)] }],
        Queue = new QueueRules { Limits = [new QueueLimit(QueueExit.NobodyOnline, QueueAction.Callback)] },
        Employees =
        [
            new Employee(Gleb, "Gleb", "gleb@wolf.example", [PhoneNumber.Parse("+78124540301"), new ReachNumber(PhoneNumber.Parse("+79214540302")) { MustAccept = true }]),
            new Employee(EmployeeId.Parse("daria"), "Daria", "daria@wolf.example", [PhoneNumber.Parse("+78124540303")]),
        ],
        Groups = [new EmployeeGroup(GroupId.Parse("all"), "Everybody", [Gleb, EmployeeId.Parse("daria")]) { Ring = GroupRing.AllAtOnce }],
        OnCallLists = [new OnCallList(OnCallListId.Parse("night"), "Night") { Default = [EmployeeId.Parse("daria")] }],
        Scripts =
        [
            new Script(
                "menu",
                [
                    new ScriptStep("welcome", "play").With("prompt", "welcome"),
                    new ScriptStep("menu", "menu").With("prompt", "menu").With("wait", "4s").With("tries", "2")
                        .To("1", "wait").To("2", "order").To("3", "gleb").To("4", "address").To("timeout", "later").To("invalid", "hours"),
                    new ScriptStep("order", "collect").With("field", "order").With("prompt", "enter-order").With("min", "2").With("max", "6").With("tries", "2").To("invalid", "hours"),
                    new ScriptStep("known", "branch").If("order = 12 or caller.anonymous", "take").To("else", "wait"),
                    new ScriptStep("wait", "queue").To("left", "take"),
                    new ScriptStep("hello", "say").With("text", "Wolf Service, {order}").To("next", "take"),
                    new ScriptStep("gleb", "escalate").With("to", "on-call:night", "group:all", "gleb").To("failed", "take"),
                    new ScriptStep("address", "record").With("field", "address").With("prompt", "say-address").With("limit", "8s").To("next", "take"),
                    new ScriptStep("later", "callback").To("next", "bye"),
                    new ScriptStep("hours", "play").With("prompt", "our-hours").To("next", "bye"),
                    new ScriptStep("take", "message").With("prompt", "tell-us"),
                    new ScriptStep("bye", "hangup"),
                ]),
            new Script(
                "guide",
                [
                    new ScriptStep("wait", "queue"),
                    new ScriptStep("hello", "say").With("text", "Good {daypart}, {operator.name} speaking."),
                    new ScriptStep("who", "ask").With("field", "who").With("type", "name").With("required", "true"),
                    new ScriptStep("topic", "ask").With("field", "topic").With("type", "choice").With("choices", "repair", "order"),
                    new ScriptStep("pin", "ask").With("field", "pin").With("masked", "true"),
                    new ScriptStep("route", "branch").If("topic = repair", "gleb").To("else", "take"),
                    new ScriptStep("gleb", "transfer").With("to", "gleb").To("failed", "take"),
                    new ScriptStep("take", "message").With("for", "daria"),
                    new ScriptStep("bye", "hangup"),
                ]) { When = new ScriptWhen(CallTypeId.Parse("guided")) },
        ],
    };
}
