using Spectre.Console;
using VirtualOffice.Sdk.Staffing;

namespace ConsoleOffice;

/// <summary>How many operators a day of a travel agency takes, with a progress bar while it is simulated.</summary>
internal static class StaffingTable
{
    private static readonly double[] s_calls = [4, 7, 12, 18, 24, 28, 30, 27, 22, 20, 24, 29, 31, 28, 22, 16, 11, 7, 4, 2];

    public static void Show()
    {
        var pattern = new CallPattern { CallsPerHalfHour = s_calls, Talk = TimeSpan.FromMinutes(3), WrapUp = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromMinutes(2) };
        var target = new StaffingTarget { ServiceLevel = 0.8, Within = TimeSpan.FromSeconds(20), MaxAbandonRate = 0.05 };
        var plan = AnsiConsole.Progress().Start(context =>
        {
            var task = context.AddTask("Simulating the day", maxValue: 1);
            return new StaffingPlanner().Plan(pattern, target, new Bar(task));
        });

        var table = new Table().Title("80 % answered in 20 s, at most 5 % hang up").AddColumns("From", "Calls", "Staff", "95 %", "In 20 s", "Hang up", "Busy", "Erlang C", "Erlang A");
        foreach (var i in plan.Intervals)
        {
            table.AddRow(
                $"{TimeSpan.FromHours(9) + i.Start:hh\\:mm}",
                $"{i.Calls:0}",
                $"{i.Operators}",
                $"{i.OperatorsLow} to {i.OperatorsHigh}",
                $"{i.ServiceLevel.Value:0 %}",
                $"{i.AbandonRate.Value:0.0 %}",
                $"{i.Occupancy:0 %}",
                $"{i.ErlangC}",
                $"{i.ErlangA}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{plan.OperatorHours:0.#} operator hours");
    }

    /// <summary>Tells the bar at once, on the planner's thread.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
