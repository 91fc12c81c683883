namespace Klapphaus.Server.Web.Description;

/// <summary>How endpoints say what they do, a line for each thing. What a group says holds for all of its endpoints.</summary>
static class DescribedEndpoints
{
    static readonly string[] json = ["application/json"];

    /// <summary>To which feature it belongs, and who may ask.</summary>
    public static T For<T>(this T endpoints, string feature, Callers callers)
        where T : IEndpointConventionBuilder => endpoints.WithTags(feature).WithMetadata(new EndpointWords { Callers = callers });

    /// <summary>The name by which programs call it, and what it does, in one sentence.</summary>
    public static RouteHandlerBuilder Does(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary);

    /// <summary>What a parameter means; with the bounds of a number, or of the number of characters in a text.</summary>
    public static T Takes<T>(this T endpoints, string parameter, string meaning, long? least = null, long? most = null)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new EndpointWords { Parameter = new(parameter, meaning, least, most) });

    /// <summary>A header that it reads by itself; refused without it when it is needed.</summary>
    public static T TakesHeader<T>(this T endpoints, string header, string meaning, bool isNeeded = true)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new EndpointWords { Header = new(header, meaning, isNeeded) });

    /// <summary>A body that it reads by itself.</summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder endpoint, string contentType, string meaning) =>
        endpoint.WithMetadata(new EndpointWords { Body = new(contentType, meaning) });

    /// <summary>Answers with this, as JSON.</summary>
    public static RouteHandlerBuilder Gives<TAnswer>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TAnswer), json), new EndpointWords { Answer = StatusCodes.Status200OK, Content = typeof(TAnswer) });

    /// <summary>Answers with a text of another kind.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, string contentType, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new EndpointWords { Answer = status, File = contentType });

    /// <summary>Answers with a status alone.</summary>
    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status204NoContent) =>
        endpoint.WithMetadata(new EndpointWords { Answer = status });

    /// <summary>Why it may not be done; what every endpoint of its kind refuses needs no word (<see cref="OperationWriter"/>).</summary>
    public static T Refuses<T>(this T endpoints, params ErrorCode[] codes)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new EndpointWords { Refusals = codes });
}
