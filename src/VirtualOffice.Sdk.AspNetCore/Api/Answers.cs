using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Answers in this package's JSON.</summary>
internal static class Answers
{
    public static IResult Ok<T>(T value) => Results.Json(value, ApiJson.Options);

    public static IResult Created<T>(HttpContext http, string location, T value)
    {
        http.Response.Headers.Location = location;
        return Results.Json(value, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    public static IResult Accepted<T>(HttpContext http, string location, T value)
    {
        http.Response.Headers.Location = location;
        return Results.Json(value, ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
