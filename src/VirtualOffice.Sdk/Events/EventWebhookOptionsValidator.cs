using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk.Events;

/// <summary>Checks a webhook's options at start.</summary>
internal sealed class EventWebhookOptionsValidator : IValidateOptions<EventWebhookOptions>
{
    private const int MinSecret = 16;

    public ValidateOptionsResult Validate(string? name, EventWebhookOptions options)
    {
        List<string> problems = [];
        if (HttpAddress.Problem(options.Url) is { } problem)
        {
            problems.Add($"Event webhook '{name}': {nameof(options.Url)} {problem}");
        }

        if (options.Secret is not { Length: >= MinSecret })
        {
            problems.Add($"Event webhook '{name}': {nameof(options.Secret)} must have {MinSecret} characters or more.");
        }

        if (HttpAddress.TimeoutProblem(options.Timeout) is { } timeout)
        {
            problems.Add($"Event webhook '{name}': {nameof(options.Timeout)} {timeout}");
        }

        if (options.Types.FirstOrDefault(t => string.IsNullOrWhiteSpace(t) || !t.Contains('.', StringComparison.Ordinal)) is { } type)
        {
            problems.Add($"Event webhook '{name}': {nameof(options.Types)} has '{type}'; allowed are types such as call.callEnded, and call.* for all of a kind.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
