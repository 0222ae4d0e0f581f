using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk;

/// <summary>Checks a webhook's options at start.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int MinSecret = 16;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> problems = [];
        if (HttpAddress.Problem(options.Url) is { } problem)
        {
            problems.Add($"Webhook '{name}': {nameof(options.Url)} {problem}");
        }

        if (options.Secret is not { Length: >= MinSecret })
        {
            problems.Add($"Webhook '{name}': {nameof(options.Secret)} must have {MinSecret} characters or more.");
        }

        if (HttpAddress.TimeoutProblem(options.Timeout) is { } timeout)
        {
            problems.Add($"Webhook '{name}': {nameof(options.Timeout)} {timeout}");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
