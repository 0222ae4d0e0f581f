using System.Runtime.ExceptionServices;

namespace VirtualOffice.Sdk.Simulation;

/// <summary>Runs a simulation's loop on a thread made for it.</summary>
/// <remarks>
/// The runtime resumes awaits differently on a thread of the pool, and under a synchronization context such as that of a test framework.
/// A thread made for the run is never either, so that a seed gives the same interleaving under every test runner.
/// </remarks>
internal static class SimulationThread
{
    private const int StackBytes = 16 * 1024 * 1024;

    public static void Run(Action loop)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    loop();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes)
        {
            IsBackground = true,
            Name = "Simulation",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
