using System.Runtime.CompilerServices;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Checks that throw when an invariant is broken. The message is put together only then.</summary>
internal static class Must
{
    public static void Hold(string invariant, bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref ViolationMessage message)
    {
        if (!condition)
        {
            throw new InvariantViolationException(invariant, message.ToString());
        }
    }

    public static void BeEmpty<T>(string invariant, IEnumerable<T> items, string what)
    {
        var some = string.Join("\n  ", items);
        Hold(invariant, some.Length == 0, $"{what}: {some}");
    }
}
