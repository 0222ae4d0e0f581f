namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>
/// Keeps the first violation. What is watched runs inside the office, which would take an exception for a failure of its own and try again; the run throws it outside.
/// </summary>
internal sealed class Violations
{
    public InvariantViolationException? First { get; private set; }

    public void Watch(Action check)
    {
        try
        {
            check();
        }
        catch (InvariantViolationException e)
        {
            First ??= e;
        }
    }

    public void ThrowFirst()
    {
        if (First is not null)
        {
            throw First;
        }
    }
}
