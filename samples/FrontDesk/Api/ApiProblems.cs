using Microsoft.AspNetCore.Mvc;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace FrontDesk.Api;

/// <summary>Turns errors of commands into problem details.</summary>
internal sealed class ApiProblems(RequestDelegate next, IProblemDetailsService problems)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (CallCommandException e)
        {
            await WriteAsync(context, StatusOf(e.Error), e.Error.ToString(), e.Message);
        }
        catch (StoreUnavailableException e)
        {
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Unavailable", e.Message);
        }
        catch (KeyNotFoundException e)
        {
            await WriteAsync(context, StatusCodes.Status404NotFound, "Unknown", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or BadHttpRequestException or FormatException)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, "Invalid", e.Message);
        }
    }

    private static int StatusOf(CallCommandError error) => error switch
    {
        CallCommandError.UnknownCall or CallCommandError.UnknownEmployee => StatusCodes.Status404NotFound,
        CallCommandError.WrongStage or CallCommandError.Conflict or CallCommandError.EmployeeAway or CallCommandError.NobodyToDial => StatusCodes.Status409Conflict,
        CallCommandError.Invalid => StatusCodes.Status400BadRequest,
        CallCommandError.NotAllowed => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private async Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = status, Title = title, Detail = detail },
        });
    }
}
