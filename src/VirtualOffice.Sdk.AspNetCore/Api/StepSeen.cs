using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Whether a script is still at the step that somebody saw when they said "next".</summary>
internal static class StepSeen
{
    /// <exception cref="CallCommandException">The call is at another step.</exception>
    public static async Task CheckAsync(IVirtualOffice office, CallId call, string? step, CancellationToken cancellationToken)
    {
        if (step is not null && await office.Calls.FindAsync(call, cancellationToken) is { Script: { } script } && script.Step != step)
        {
            throw new CallCommandException(CallCommandError.Conflict, $"The script is at step '{script.Step}' meanwhile, and not at '{step}'; look again.");
        }
    }
}
