using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.OfficeSimulation;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Simulation;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Tests.Scripts;

/// <summary>An office whose company has scripts, and a caller who presses keys at prompts.</summary>
internal sealed class ScriptedOffice
{
    public static readonly CallTypeId Visas = CallTypeId.Parse("visas");
    public static readonly EmployeeId Boris = EmployeeId.Parse("boris");
    public static readonly PhoneNumber BorisAtWork = PhoneNumber.Parse("+78124540103");
    public const string VisaNumber = "+78124540002";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ScriptedOffice(IReadOnlyList<Script> scripts, bool isOpen = true, IReadOnlyList<IScriptStep>? steps = null, CallerRules? callers = null, IReadOnlyList<CallType>? types = null, Func<CompanyDefinition, CompanyDefinition>? change = null)
    {
        var company = new CompanyDefinition
        {
            Id = SimulatedOffice.Fox,
            Name = "Fox Travel",
            Version = "v7",
            Numbers = [PhoneNumber.Parse(SimulatedOffice.FoxNumber), PhoneNumber.Parse(VisaNumber)],
            Hours = isOpen ? null : new WeeklyHours { Intervals = [] },
            MessagesTo = "office@fox.example",
            Callers = callers ?? CallerRules.Default,
            CallTypes = types ?? [new CallType(Visas, "Visas") { Numbers = [PhoneNumber.Parse(VisaNumber)], Language = "en" }],
            Scripts = scripts,
            Employees =
            [
                new Employee(SimulatedOffice.Anna, "Anna", "anna@fox.example", [SimulatedOffice.AnnaAtWork]),
                new Employee(Boris, "Boris", "boris@fox.example", [BorisAtWork]),
            ],
        };
        Office = new SimulatedOffice(
            configure: options => (options.WaitLimit, options.TransferRingTime) = (30 * Second, 10 * Second),
            definition: new OfficeDefinition([change?.Invoke(company) ?? company], [new OperatorDefinition(SimulatedOffice.Olga, "Olga", SimulatedOffice.OlgasPhone, [SimulatedOffice.Fox])]),
            scriptSteps: steps);
        Office.Pbx.SetPhone(SimulatedOffice.OlgasPhone, SimulatedPhone.Answers(Second));
        Office.StartHost();
    }

    public SimulatedOffice Office { get; }

    /// <summary>What the caller presses at each prompt, the first of its presses first.</summary>
    public Dictionary<string, Queue<string>> Presses { get; } = new(StringComparer.Ordinal);

    public SimulatedParty Caller { get; private set; } = null!;

    public SimulatedParty Dial(string number = SimulatedOffice.FoxNumber, string? caller = "79215550101", SimulatedCaller? behaviour = null) =>
        Caller = Office.Pbx.PlaceCall(number, caller, behaviour: behaviour);

    public ScriptedOffice WhenHeard(string prompt, params string[] presses)
    {
        Presses[prompt] = new Queue<string>(presses);
        return this;
    }

    /// <summary>Runs until a condition holds; the caller presses keys while a prompt is heard that asks for them.</summary>
    public void RunUntil(Func<bool> condition, TimeSpan? within = null)
    {
        Office.World.RunUntil(
            () =>
            {
                if (Caller.Hears is { Kind: SoundKind.Prompt, Prompt: { } prompt } && Presses.TryGetValue(prompt, out var presses) && _at != Caller.Heard.Count && presses.TryDequeue(out var keys))
                {
                    _at = Caller.Heard.Count;
                    Caller.Press(keys);
                }

                return condition();
            },
            within ?? TimeSpan.FromMinutes(5));
    }

    private int _at = -1;

    public CallRecord RunUntilClosed(TimeSpan? within = null)
    {
        RunUntil(() => Office.ReadCalls() is [{ IsClosed: true }], within);
        return Office.Call();
    }

    public void RunUntilStage(CallStage stage) => RunUntil(() => Office.ReadCalls() is [var call] && call.Stage == stage);

    public void Do(Func<ICalls, CallId, Task> command)
    {
        var (office, call) = (Office.Office, Office.Call().Id);
        var done = Office.Host!.Start(() => command(office.Calls, call));
        Office.World.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(1));
        done.GetAwaiter().GetResult();
    }

    public IReadOnlyList<string> HeardPrompts => [.. Caller.Heard.Where(h => h.Sound.Kind == SoundKind.Prompt).Select(h => h.Sound.Prompt!)];

    public static ScriptStep Step(string name, string kind) => new(name, kind);

    public static Script Of(params ScriptStep[] steps) => new("main", steps) { When = new ScriptWhen(null, ScriptHours.Any) };
}
