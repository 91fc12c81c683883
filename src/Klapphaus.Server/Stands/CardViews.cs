using System.Security.Cryptography;
using System.Text.Json;
using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Cards as they are told of.</summary>
static class CardViews
{
    /// <summary>So much of a digest tells two cards apart.</summary>
    const int SealLength = 22;

    public static CardView Card(CardState card) =>
        new() { Name = card.Name, Affiliation = card.Affiliation, Email = card.Email, Telephone = card.Telephone, Note = card.Note };

    /// <summary>A card as it is kept, if it can be.</summary>
    public static CardState Read(CardRequest request) => new()
    {
        Name = request.Name ?? "",
        Affiliation = request.Affiliation ?? "",
        Email = request.Email ?? "",
        Telephone = request.Telephone ?? "",
        Note = request.Note ?? "",
    };

    /// <summary>What is shown before it is handed over, by the same rules by which it is handed over.</summary>
    public static CardPreviewView Preview(CardState card, CardFields fields, string wording)
    {
        var (german, english) = Words(wording);
        return new() { Card = Card(Only(card, fields)), Fields = CardWords.Words(fields), Wording = wording, German = german, English = english, Seal = Seal(card, fields, wording) };
    }

    /// <summary>Another one for each other content, and for other words to agree to.</summary>
    public static string Seal(CardState card, CardFields fields, string wording)
    {
        var shown = Only(card, fields);
        var all = JsonSerializer.SerializeToUtf8Bytes(new[] { wording, $"{(int)fields}", shown.Name, shown.Affiliation, shown.Email, shown.Telephone, shown.Note });
        return Convert.ToHexStringLower(SHA256.HashData(all))[..SealLength];
    }

    public static HandedCardView Handed(HandedCardState card)
    {
        var (german, english) = Words(card.Wording);
        return new()
        {
            Id = card.Id,
            Card = Card(card.Card),
            Fields = CardWords.Words(card.Fields),
            Consent = card.Consent,
            Wording = card.Wording,
            German = german,
            English = english,
        };
    }

    public static TakenBackCardView TakenBack(TakenBackCardState card) => new() { Id = card.Id, At = card.At };

    public static ExchangedCardView Received(ReceivedCardState card) => new() { Member = card.Handed.From, Name = card.Name, Handed = Handed(card.Handed) };

    public static ExchangedCardView Given(GivenCardState card) => new() { Member = card.To, Name = card.Name, Handed = Handed(card.Handed) };

    /// <summary>The words of a version; empty for one of which only a later program knows.</summary>
    public static (string German, string English) Words(string wording) => ConsentWords.Of(wording) ?? ("", "");

    static CardState Only(CardState card, CardFields fields) => CardState.Of(card.ToCard().Only(fields));
}
