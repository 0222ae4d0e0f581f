using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>What a company's callers asked.</summary>
internal static class QuestionEndpoints
{
    private const int MaxDays = 366;

    public static void MapQuestions(this IEndpointRouteBuilder corner) => corner.MapGet("/questions", CountAsync).Produces<IReadOnlyList<CornerQuestionView>>();

    private static async Task<IResult> CountAsync(DeskIdentity identity, ICallIndex index, OfficeRuntime runtime, HttpContext http, int days = 30)
    {
        if (days is < 1 or > MaxDays)
        {
            throw new BadHttpRequestException($"'days' is {days}; allowed is 1 to {MaxDays}.");
        }

        var counts = await index.CountQuestionsAsync(identity.Require(http.User).Company!.Value, runtime.Clock.GetUtcNow().AddDays(-days), http.RequestAborted);
        return Answers.Ok<IReadOnlyList<CornerQuestionView>>([.. counts.Select(CornerQuestionView.Of)]);
    }
}
