namespace Klapphaus.Server.Files;

/// <summary>A smaller picture of a file, drawn anew by the house.</summary>
/// <param name="Width">One of <see cref="Previews.Widths"/>; the picture may be narrower, and is never larger than what it is made of.</param>
/// <param name="WebP">The picture, with nothing in it but what is to be seen.</param>
sealed record Preview(int Width, byte[] WebP);
