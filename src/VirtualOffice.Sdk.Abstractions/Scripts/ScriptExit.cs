namespace VirtualOffice.Sdk.Scripts;

/// <summary>A way out of a step.</summary>
/// <param name="On">What takes it: <c>next</c>, another exit of the step's kind, or the key pressed.</param>
/// <param name="To">The name of the step it leads to.</param>
/// <param name="When">The condition that takes it; null for none.</param>
public sealed record ScriptExit(string On, string To, string? When = null)
{
    /// <summary>The usual way on.</summary>
    public const string Next = "next";

    /// <summary>The exits of a <c>branch</c> that have conditions.</summary>
    public const string If = "if";
}
