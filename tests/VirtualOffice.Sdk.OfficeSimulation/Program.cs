using VirtualOffice.Sdk.OfficeSimulation;

SimulationArguments arguments;
try
{
    arguments = SimulationArguments.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(SimulationArguments.Usage);
    return 2;
}

if (arguments.Replay)
{
    return Replay(arguments.From);
}

var report = SeedBatch.Run(arguments.From, arguments.Count, PrintFailure, arguments.StopAtFirst);
Console.WriteLine(report);
return report.Failures.Any() ? 1 : 0;

static int Replay(int seed)
{
    var run = new OfficeRun(RunPlan.Of(seed), new Timeline(Console.Out));
    try
    {
        run.Run();
        Console.WriteLine($"seed {seed}: all invariants hold");
        return 0;
    }
    catch (Exception e)
    {
        Console.WriteLine($"seed {seed}: {(e is InvariantViolationException ? e.Message : e)}");
        return 1;
    }
}

static void PrintFailure(SeedResult result) =>
    Console.WriteLine($"seed {result.Seed}: {(result.Failure is InvariantViolationException violation ? violation.Message : result.Failure!.ToString())}");
