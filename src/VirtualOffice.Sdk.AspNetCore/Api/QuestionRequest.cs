using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record QuestionRequest(string? Text, bool IsAnswered, string? Faq = null)
{
    public AskedQuestion ToQuestion(OperatorId? by) => new(Text?.Trim() ?? "", IsAnswered) { Faq = Faq, By = by };
}
