using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Turns errors of commands, and of requests that are not as expected, into problem details, and sets the headers of every answer.</summary>
internal static class ApiErrors
{
    public static TBuilder WithProblems<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(builder =>
        {
            if (builder.RequestDelegate is { } next)
            {
                builder.RequestDelegate = context => InvokeAsync(context, next);
            }
        });
        return endpoints;
    }

    private static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.Set(context.Response.Headers);
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && ProblemOf(e) is { } problem)
        {
            await problem.ExecuteAsync(context);
        }
    }

    private static IResult? ProblemOf(Exception exception) => exception switch
    {
        CallCommandException e => DeskProblems.Of(StatusOf(e.Error), e.Error.ToString(), e.Message),
        DeskFencedException e => DeskProblems.Of(StatusCodes.Status409Conflict, "Fenced", e.Message),
        StoreUnavailableException e => DeskProblems.Of(StatusCodes.Status503ServiceUnavailable, "Unavailable", e.Message),
        KeyNotFoundException e => DeskProblems.Of(StatusCodes.Status404NotFound, "Unknown", e.Message),
        BadHttpRequestException e => DeskProblems.Of(e.StatusCode, "Invalid", e.Message),
        ArgumentException or FormatException => DeskProblems.Of(StatusCodes.Status400BadRequest, "Invalid", exception.Message),
        _ => null,
    };

    private static int StatusOf(CallCommandError error) => error switch
    {
        CallCommandError.UnknownCall or CallCommandError.UnknownEmployee => StatusCodes.Status404NotFound,
        CallCommandError.WrongStage or CallCommandError.Conflict or CallCommandError.EmployeeAway or CallCommandError.NobodyToDial => StatusCodes.Status409Conflict,
        CallCommandError.Invalid => StatusCodes.Status400BadRequest,
        CallCommandError.NotAllowed => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
